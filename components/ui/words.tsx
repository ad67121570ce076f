import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";
import { VisuallyHidden } from "./hidden.tsx";
import { Mark, type Tone } from "./mark.tsx";
import { Prose } from "./prose.tsx";

export { Prose };

export type TimeWords = {
  /** The instant or date, for machines. */
  iso: string;
  /** As short as its place allows: "tomorrow, 14:00". */
  label: string;
  /** In full, with the zone: shown on hover and read out. */
  full: string;
};

/** A time in words. */
export function Time({ iso, label, full }: TimeWords) {
  return (
    <time dateTime={iso} title={full}>
      {label}
      {full === label ? null : <VisuallyHidden> ({full})</VisuallyHidden>}
    </time>
  );
}

export type { Tone };

/** A state in a word and a sign, never by colour alone. */
export function Tag({
  children,
  icon,
  tone = "plain",
}: {
  children: ReactNode;
  icon: IconName;
  tone?: Tone;
}) {
  return (
    <Mark sign={<Icon name={icon} className="size-[1em]" />} tone={tone}>
      {children}
    </Mark>
  );
}

/** A quiet line with a sign before it: place, zone, hint. */
export function IconLine({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <p className="flex items-start gap-2 text-sm text-quiet">
      <Icon name={icon} className="mt-0.5 size-[1.15em]" />
      <span className="min-w-0">{children}</span>
    </p>
  );
}

/** Who can see this record: the sentence comes with the query, from the policy that decides it. */
export function WhoCanSee({ children, closed = false }: { children: ReactNode; closed?: boolean }) {
  return <IconLine icon={closed ? "lock" : "seen"}>{children}</IconLine>;
}
