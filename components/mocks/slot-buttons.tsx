"use client";

import { useField } from "#components/ui/form.tsx";
import { usePressed } from "#components/ui/submit-button.tsx";

type Slot = { iso: string; label: string };
type SlotDaysProps = {
  days: { on: string; label: string; slots: Slot[] }[];
  /** "Book", "Move to": how a time is read out, before its day. */
  verb: string;
  /** The rest of it: "45 minutes, with Ana". */
  rest: string;
};

/** The free times of a week as a list by day; each is the button that books it. */
export function SlotDays({ days, verb, rest }: SlotDaysProps) {
  return (
    <>
      {days.map((day) => (
        <section key={day.on} aria-labelledby={`day-${day.on}`} className="space-y-2">
          <h2 id={`day-${day.on}`} className="font-semibold">
            {day.label}
          </h2>
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(4.75rem,1fr))] gap-2">
            {day.slots.map((slot) => (
              <li key={slot.iso}>
                <SlotButton slot={slot} name={`${verb} ${day.label}, ${slot.label}, ${rest}`} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** After a time was gone: the three free ones that follow it. `later` are the first after the week that is shown. */
export function NextSlots({ days, later, verb, rest }: SlotDaysProps & { later: Slot[] }) {
  const asked = useField("startsAt").values?.[0];
  if (!asked) return null;
  const shown = days.flatMap((day) =>
    day.slots.map((slot) => ({ iso: slot.iso, label: `${day.label}, ${slot.label}` })),
  );
  const all = [...shown, ...later];
  const following = all.filter(({ iso }) => iso >= asked);
  const next = (following.length > 0 ? following : all).slice(0, 3);
  if (next.length === 0) return null;
  return (
    <section aria-labelledby="next-slots" className="space-y-2 rounded-lg border border-accent bg-raised p-4">
      <h2 id="next-slots" className="font-semibold">
        The next free times
      </h2>
      <ul className="grid gap-2">
        {next.map((slot) => (
          <li key={slot.iso}>
            <SlotButton slot={slot} name={`${verb} ${slot.label}, ${rest}`} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function SlotButton({ slot, name }: { slot: Slot; name: string }) {
  const { pending, pressed, onClick } = usePressed();
  return (
    <button
      type="submit"
      name="startsAt"
      value={slot.iso}
      onClick={onClick}
      aria-disabled={pending}
      aria-label={pressed ? undefined : name}
      className={`min-h-11 w-full rounded-md border px-2 py-1.5 font-semibold tabular-nums transition-colors aria-disabled:cursor-default ${
        pressed
          ? "border-accent bg-accent text-accent-ink"
          : "border-edge bg-raised hover:border-accent hover:bg-accent-tint"
      }`}
    >
      {pressed ? "Saving…" : slot.label}
    </button>
  );
}
