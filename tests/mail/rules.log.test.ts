import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decideResend,
  filterFrom,
  isAddressFlagged,
  isNudge,
  kindChoices,
  kindsFrom,
  logAddress,
  mostCopies,
  thingOf,
} from "#lib/mail/rules.ts";
import { mailKinds, mailStates } from "#lib/mail/words.ts";
import type { MailKind } from "#lib/mail/words.ts";

const kinds = Object.keys(mailKinds) as MailKind[];
const id = "6f1c1d52-3a55-4c3e-9a0e-0a4b9a3d5c11";
const of = (copy: number, state: "waiting" | "sent" | "suppressed" | "dead") => ({ copy, state });

describe("sending again", () => {
  test.each([
    ["a mail that was sent", "mock.booked", [of(0, "sent")], { ok: true, value: { copy: 1 } }],
    ["one that was given up", "mock.booked", [of(0, "dead")], { ok: true, value: { copy: 1 } }],
    ["a second time", "mock.booked", [of(0, "dead"), of(1, "sent")], { ok: true, value: { copy: 2 } }],
    [
      "out of order",
      "mock.booked",
      [of(2, "sent"), of(0, "dead"), of(1, "dead")],
      { ok: true, value: { copy: 3 } },
    ],
    [
      "not while one waits",
      "mock.booked",
      [of(0, "dead"), of(1, "waiting")],
      { ok: false, refusal: "still_waiting" },
    ],
    ["no sign-in mail", "sign_in.requested", [of(0, "dead")], { ok: false, refusal: "sign_in_mail" }],
    ["not for ever", "mock.booked", [of(mostCopies, "sent")], { ok: false, refusal: "too_many_copies" }],
  ] as const)("%s", (_case, kind, copies, decision) => {
    expect(decideResend({ kind, copies })).toEqual(decision);
  });
});

describe("a flagged address", () => {
  const tried = Temporal.Instant.from("2026-05-07T10:00Z");
  const refused = { state: "dead", reason: "address_refused", triedAt: tried } as const;
  test.each([
    ["no mail yet", { latest: null, changedAt: null }, false],
    ["refused", { latest: refused, changedAt: null }, true],
    [
      "given up for another reason",
      { latest: { ...refused, reason: "smtp_unreachable" }, changedAt: null },
      false,
    ],
    ["arrived since", { latest: { state: "sent", reason: null, triedAt: tried }, changedAt: null }, false],
    ["changed before", { latest: refused, changedAt: tried.subtract({ seconds: 1 }) }, true],
    ["changed while it was on its way", { latest: refused, changedAt: tried }, false],
    ["changed since", { latest: refused, changedAt: tried.add({ seconds: 1 }) }, false],
  ] as const)("%s", (_case, facts, flagged) => {
    expect(isAddressFlagged(facts)).toBe(flagged);
  });

  test("holds back nudges only", () => {
    expect(kinds.filter(isNudge)).toEqual(["post_mortem.prompt", "post_mortem.nudge", "post_mortem.rest"]);
  });
});

describe("the filter of the log", () => {
  test("two kinds of one name are one: nobody can ask who stopped half-way", () => {
    expect(kindsFrom("post_mortem.rest")).toEqual(kindsFrom("post_mortem.nudge"));
    const labels = kindChoices.map(({ label }) => label);
    expect(new Set(labels)).toEqual(new Set(Object.values(mailKinds)));
    expect(labels).toHaveLength(new Set(labels).size);
  });

  test("what an address holds is what it gives back", () => {
    const filters = fc.record({
      state: fc.constantFrom(null, ...(Object.keys(mailStates) as (keyof typeof mailStates)[])),
      kinds: fc.constantFrom(...kinds).map((kind) => kindsFrom(kind)),
      search: fc.constantFrom("", "Maya", "a@b.example", "50% & more", "Zoë 🎉"),
      person: fc.constantFrom(null, id),
    });
    fc.assert(
      fc.property(filters, (filter) => {
        const { searchParams } = new URL(logAddress(filter), "http://portal.example");
        expect(filterFrom(Object.fromEntries(searchParams))).toEqual(filter);
      }),
    );
  });

  test.each([
    [{ state: "x", kind: "__proto__", q: "\u0000", person: "x" }],
    [{ state: ["sent"], kind: ["mock.booked"], q: ["a"], person: [id] }],
    [{ q: "a".repeat(121), kind: "", state: "" }],
    [{}],
  ])("whatever it cannot mean is no filter: %j", (asked) => {
    expect(filterFrom(asked)).toEqual({ state: null, kinds: null, search: "", person: null });
    expect(logAddress(filterFrom(asked))).toBe("/log");
  });
});

test("a mail leads to its session, its reader's own post-mortem, or its candidate", () => {
  const event = (kind: string) => ({ kind, subjectId: "s" });
  const [maya, ana] = [
    { id: "m", isCandidate: true },
    { id: "a", isCandidate: false },
  ];
  const to = (kind: string, recipient: typeof maya, isOwn = false) =>
    thingOf({ event: event(kind), recipient, isOwn })?.href ?? null;
  expect(to("mock.moved", maya)).toBe("/calendar/mocks/s");
  expect(to("note.shared", maya)).toBe("/candidates/m");
  expect(to("post_mortem.finished", ana, true)).toBe("/desk/post-mortems/s");
  expect(to("post_mortem.finished", ana)).toBeNull();
});
