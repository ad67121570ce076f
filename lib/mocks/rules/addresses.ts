import { isId } from "#lib/core/id.ts";
import type { PlainDate } from "#lib/core/time.ts";
import type { MockKind } from "#lib/infra/prisma/enums.ts";
import { weekFrom } from "./weeks.ts";

type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** What the address of a booking page says; anything that cannot be meant is as if it were not there. */
export type Choice = {
  kind: MockKind;
  interviewId: string | null;
  postMortem: string | null;
  candidate: string | null;
  week: PlainDate | null;
};

export function readChoice(asked: Asked): Choice {
  const kind = asked["kind"] === "prep" ? "prep" : "mock";
  return {
    kind,
    interviewId: kind === "prep" ? idIn(asked["interview"]) : null,
    postMortem: idIn(asked["postMortem"]),
    candidate: idIn(asked["candidate"]),
    week: weekFrom(asked["week"]),
  };
}

/** The address of a booking page, with what is not empty. */
export function bookAddress(page: string, said: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams(
    Object.entries(said).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  return `${page}?${query.toString()}`;
}

function idIn(value: string | string[] | undefined): string | null {
  return typeof value === "string" && isId(value) ? value : null;
}
