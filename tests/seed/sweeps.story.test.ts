import { expect, test } from "vitest";
import { commandsDb as db } from "#lib/infra/db.ts";
import { offerRests, promptForPostMortems } from "#lib/post-mortems/sweeps.ts";
import { writeRows } from "../../prisma/seed/story/rows.ts";
import { tellStory } from "../../prisma/seed/story/tell.ts";

const patience = 60_000;
/** Mails that a story of fifty people may make in the first minute without looking like a flood. */
const believable = 8;

test(
  "a demo that starts mails nobody about what is long past, and few about yesterday",
  async () => {
    const now = Temporal.Instant.from("2026-11-24T15:07:31Z");
    await db().$transaction((tx) => writeRows(tx, tellStory(now)), { timeout: patience });
    const before = await db().mail.count();
    await promptForPostMortems(now);
    await offerRests(now);
    const mails = await db().mail.findMany({
      where: { state: "waiting" },
      select: { kind: true, event: true },
    });
    expect(mails.length).toBe((await db().mail.count()) - before);
    expect(mails.length).toBeLessThanOrEqual(believable);
    const about = await db().interview.findMany({
      where: { id: { in: mails.map(({ event }) => event.subjectId) } },
      select: { endsAt: true },
    });
    for (const { endsAt } of about)
      expect(now.epochMilliseconds - endsAt.getTime()).toBeLessThanOrEqual(48 * 3_600_000);
    console.log(
      mails.length,
      mails.map(({ kind }) => kind),
    );
  },
  2 * patience,
);
