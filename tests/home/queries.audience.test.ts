import { expect, test } from "vitest";
import { getHome } from "#lib/home/queries/home.ts";
import { commandsDb as db, dateOf } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { makeInterview, makePostMortem } from "../../prisma/seed/factories.ts";
import { at, now, people, viewerOf } from "./people.ts";

test("a draft says who could read it if it was sent, by the latest answer", async () => {
  const { ana, maya } = await people();
  const interview = await makeInterview(db(), { candidateId: maya.id, startsAt: at("2026-11-20T15:00:00Z") });
  const draft = await makePostMortem(db(), interview, now);
  expect(await getHome(viewerOf(maya), now)).toMatchObject({
    step: "finish",
    draft: { postMortemId: draft.id, ifSent: "You and Ana can see this." },
  });
  const answer = (value: string, minutes: number) =>
    db().postMortemAnswer.create({
      data: {
        id: newId(),
        postMortemId: draft.id,
        field: "sharing",
        value,
        writtenAt: dateOf(now.add({ minutes })),
        writtenById: maya.id,
      },
    });
  await answer("only_me", 2);
  await answer("agency", 1);
  expect((await getHome(viewerOf(maya), now)).draft?.ifSent).toBe("Only you can see this.");
  expect((await getHome(viewerOf(ana), now)).draft).toBeNull();
});

test("after good news a draft would be shared as last time", async () => {
  const { maya } = await people();
  const earlier = await makeInterview(db(), { candidateId: maya.id, startsAt: at("2026-11-10T15:00:00Z") });
  const told = { finishedAt: dateOf(at("2026-11-10T18:00:00Z")), sharing: "agency" } as const;
  await makePostMortem(db(), earlier, at("2026-11-10T17:00:00Z"), told);
  const offered = { outcome: "offer", outcomeAt: dateOf(now) } as const;
  const startsAt = at("2026-11-20T15:00:00Z");
  const won = await makeInterview(db(), { candidateId: maya.id, startsAt, interview: offered });
  await makePostMortem(db(), won, now);
  expect((await getHome(viewerOf(maya), now)).draft?.ifSent).toBe(
    "You and every counselor of the agency can see this.",
  );
});
