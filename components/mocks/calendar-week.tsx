import Link from "next/link";
import { RowLink } from "#components/ui/page.tsx";
import { Tag } from "#components/ui/words.tsx";
import { timeOffWords } from "#lib/mocks/words/time-off.ts";
import type { getWeek } from "#lib/mocks/queries/week.ts";

type Week = Awaited<ReturnType<typeof getWeek>>;

/** A counselor's week: days side by side; on the phone one under the other, without the empty ones that are past. */
export function CalendarWeek({ week }: { week: Week }) {
  return (
    <ol className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
      {week.days.map((day) => (
        <li
          key={day.on}
          className={`rounded-lg border bg-raised ${day.isToday ? "border-accent" : "border-line"} ${day.isPast && day.sessions.length === 0 ? "max-sm:hidden" : ""}`}
        >
          <div className="border-b border-line px-3 py-2">
            <h3 className="font-semibold">
              {day.label}
              {day.isToday ? <span className="font-normal text-accent"> · today</span> : null}
            </h3>
            <p className="text-sm text-quiet">{availabilityLine(day)}</p>
          </div>
          {day.sessions.length === 0 ? (
            <p className="px-3 py-3 text-sm text-quiet">Nothing booked</p>
          ) : (
            <ul>
              {day.sessions.map(({ id, time, candidate, what, isCancelled, isOver }) => (
                <RowLink key={id} href={`/calendar/mocks/${id}`} title={`${time} ${candidate}`}>
                  <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                    {what}
                    {isCancelled ? (
                      <Tag icon="cancelled">Cancelled</Tag>
                    ) : isOver ? (
                      <Tag icon="check">Over</Tag>
                    ) : null}
                  </span>
                </RowLink>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

/** In words when a day can be booked. */
function availabilityLine({ away, hours }: Week["days"][number]): string {
  if (away === "all") return timeOffWords.away;
  const bookable = hours === "" ? timeOffWords.closed : timeOffWords.only(hours);
  return away === "part" ? timeOffWords.awayPart(bookable) : bookable;
}

/** The week before, this one, the one after. */
export function WeekSteps({ week }: { week: Week }) {
  const look =
    "inline-flex min-h-11 items-center rounded-md border border-edge bg-raised px-3 hover:bg-sunken";
  return (
    <nav aria-label="Weeks" className="mb-4 flex flex-wrap items-center gap-2">
      <Link href={`/calendar?week=${week.previous}`} className={look}>
        Week before
      </Link>
      <Link href="/calendar" className={look}>
        This week
      </Link>
      <Link href={`/calendar?week=${week.next}`} className={look}>
        Week after
      </Link>
    </nav>
  );
}
