import type { ReactNode } from "react";

export type Tone = "plain" | "accent" | "attention" | "done";

const tones: Record<Tone, string> = {
  plain: "bg-sunken text-quiet",
  accent: "bg-accent-tint text-accent",
  attention: "bg-attention-tint text-attention",
  done: "bg-done-tint text-done",
};

/** A state in a word and a sign, never by colour alone. With a sign of one's own: what runs in the browser does not load every icon. */
export function Mark({
  children,
  sign,
  tone = "plain",
}: {
  children: ReactNode;
  sign: ReactNode;
  tone?: Tone;
}) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-sm font-semibold whitespace-nowrap ${tones[tone]}`}
    >
      {sign}
      {children}
    </span>
  );
}
