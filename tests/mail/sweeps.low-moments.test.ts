import { expect, test } from "vitest";
import { now } from "#lib/infra/clock.ts";
import { commandsDb, dateOf } from "#lib/infra/db.ts";
import { sendMail } from "#lib/jobs/send.ts";
import { makeCandidate, makeCounselor, makeInterview, makePostMortem } from "../../prisma/seed/factories.ts";
import { enqueue, mailRow, mailServer } from "../support/mails.ts";

const server = mailServer();

async function lowMoment(facts: Parameters<typeof makePostMortem>[3] = {}) {
  const db = commandsDb();
  const counselor = await makeCounselor(db, { name: "Ana Torres" });
  const candidate = await makeCandidate(db, counselor.id, { name: "Maya Chen" });
  const interview = await makeInterview(db, {
    candidateId: candidate.id,
    startsAt: now().subtract({ hours: 3 }),
  });
  const postMortem = await makePostMortem(db, interview, now().subtract({ hours: 1 }), {
    mood: "very_low",
    keepLine: "CANARY-LINE",
    sharing: "my_counselor",
    enoughAt: dateOf(now()),
    ...facts,
  });
  return { counselor, postMortem };
}

async function sendOf(
  kind: "post_mortem.very_low" | "call.asked",
  facts?: Parameters<typeof makePostMortem>[3],
) {
  const { counselor, postMortem } = await lowMoment(facts);
  const [id = ""] = await enqueue(kind, postMortem.id, [counselor.id]);
  await sendMail(id, now());
  const { state, reason } = await mailRow(id);
  return { state, reason };
}

test("the first half is told with a neutral subject, and nothing of it is quoted", async () => {
  expect(await sendOf("post_mortem.very_low")).toEqual({ state: "sent", reason: null });
  const { mail } = server.smtp.taken[0] ?? { mail: null };
  expect(mail?.subject).toBe("A first word from Maya Chen");
  expect(`${mail?.text} ${mail?.html || ""}`).not.toMatch(/CANARY|very low/iu);
});

test.each([
  ["it is for the candidate alone by now", { sharing: "only_me" }],
  ["the rest has come", { finishedAt: dateOf(Temporal.Instant.from("2026-01-01T00:00:00Z")) }],
] as const)("the first half is not told once %s", async (_name, facts) => {
  expect(await sendOf("post_mortem.very_low", facts)).toEqual({ state: "suppressed", reason: "gone" });
});

test("the wish for a call goes out also where nothing else is shared; not once it was taken back, or somebody called", async () => {
  const asked = { callAskedAt: dateOf(now()), sharing: "only_me" } as const;
  expect(await sendOf("call.asked", asked)).toEqual({ state: "sent", reason: null });
  expect(server.smtp.taken[0]?.mail.subject).toBe("Maya Chen would like you to call");
  expect(await sendOf("call.asked", { callAskedAt: null })).toEqual({ state: "suppressed", reason: "gone" });
  const counselor = await makeCounselor(commandsDb());
  expect(await sendOf("call.asked", { ...asked, calledAt: dateOf(now()), calledById: counselor.id })).toEqual(
    {
      state: "suppressed",
      reason: "called",
    },
  );
});
