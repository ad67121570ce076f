import { beforeAll, expect, test } from "vitest";
import { viewerFrom } from "#lib/core/viewer.ts";
import { now } from "#lib/infra/clock.ts";
import { commandsDb, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { canSeeMail } from "#lib/mail/policy.ts";
import { countLateMails } from "#lib/mail/queries/health.ts";
import { listMails } from "#lib/mail/queries/log.ts";
import { pagePlaceFrom } from "#lib/core/paging.ts";
import { makeCandidate, makeCounselor, makePerson } from "../../prisma/seed/factories.ts";

type Person = Awaited<ReturnType<typeof makePerson>>;
const viewerOf = ({ id, name, role, timeZone }: Person) =>
  viewerFrom({ personId: id, name, role, timeZone, looked: () => undefined });

let people: Person[] = [];
const db = commandsDb;

beforeAll(async () => {
  const [ana, ben] = [await makeCounselor(db(), { name: "Ana" }), await makeCounselor(db(), { name: "Ben" })];
  const admin = await makePerson(db(), { role: "admin", name: "Ada" });
  people = [
    ana,
    ben,
    admin,
    await makeCandidate(db(), ana.id, { name: "Maya" }),
    await makeCandidate(db(), ben.id, { name: "Noor" }),
  ];
  const at = now();
  for (const [index, person] of people.entries()) {
    const event = newId();
    await db().event.create({
      data: { id: event, kind: "mock.booked", subjectId: event, requestHash: "0".repeat(64), at: dateOf(at) },
    });
    for (let count = 0; count < 30; count += 1) {
      // Same moment for many: the id decides their order.
      const queuedAt = dateOf(at.subtract({ minutes: count < 20 ? 1 : 30 }));
      const settled =
        count % 3 === 0 ? { state: "suppressed" as const, reason: "cancelled", settledAt: dateOf(at) } : {};
      await db().mail.create({
        data: {
          id: newId(),
          eventId: event,
          kind: `mock.booked${index}.${count}`,
          recipientId: person.id,
          queuedAt,
          ...settled,
        },
      });
    }
  }
});

test("each viewer's log is what the policy allows, in whole and in order, page after page", async () => {
  const all = await db().mail.findMany({
    select: { id: true, recipientId: true, recipient: { select: { counselorId: true } } },
  });
  for (const person of people) {
    const viewer = viewerOf(person);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listMails>> = await listMails(viewer, {
        state: null,
        after: pagePlaceFrom(after),
        now: now(),
      });
      seen.push(...page.mails.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    const allowed = all.filter((mail) =>
      canSeeMail(viewer, { recipientId: mail.recipientId, recipientCounselorId: mail.recipient.counselorId }),
    );
    expect(seen.toSorted()).toEqual(allowed.map(({ id }) => id).toSorted());
  }
});

test("a filter narrows it to a state, with the reason in words", async () => {
  const [ana] = people;
  const { mails } = await listMails(viewerOf(ana as Person), {
    state: "suppressed",
    after: null,
    now: now(),
  });
  expect(mails).toHaveLength(20);
  expect(new Set(mails.map(({ to }) => to))).toEqual(new Set(["Ana", "Maya"]));
  expect(mails[0]).toMatchObject({ stateLabel: "Not sent", reason: "The session was cancelled before." });
});

test("late are those that have waited for a quarter of an hour", async () => {
  expect(await countLateMails(now())).toBe(5 * 7);
});
