import { expect, test } from "vitest";
import { now } from "#lib/infra/clock.ts";
import { commandsDb, dateOf } from "#lib/infra/db.ts";
import { sendMail } from "#lib/jobs/send.ts";
import { makeCandidate, makeCounselor, makeInterview, makePostMortem } from "../../prisma/seed/factories.ts";
import { enqueue, mailRow, mailServer } from "../support/mails.ts";

const server = mailServer();

async function stage(facts: Parameters<typeof makePostMortem>[3] = {}) {
  const ana = await makeCounselor(commandsDb(), { name: "Ana Torres" });
  const maya = await makeCandidate(commandsDb(), ana.id, { name: "Maya Chen" });
  const startsAt = now().subtract({ hours: 20 });
  const interview = await makeInterview(commandsDb(), { candidateId: maya.id, startsAt });
  const postMortem = await makePostMortem(commandsDb(), interview, now(), {
    feedbackWords: "Nobody else may read this",
    ...facts,
  });
  return { ana, maya, interview, postMortem };
}

test("an answer added: the counselor is led to it, and the employer's words stay on the page", async () => {
  const shared = { finishedAt: dateOf(now()), sharing: "my_counselor" } as const;
  const { ana, maya, postMortem } = await stage(shared);
  const [first = ""] = await enqueue("post_mortem.heard_back", postMortem.id, [ana.id]);
  await sendMail(first, now());
  const [sent] = server.smtp.taken;
  expect(sent?.mail.subject).toBe("Maya Chen has heard back");
  expect(sent?.mail.text).toContain(`http://localhost:3000/desk/post-mortems/${postMortem.id}`);
  expect(`${sent?.mail.text} ${String(sent?.mail.html)}`).not.toContain("Nobody else may read this");
  await commandsDb().postMortem.update({ where: { id: postMortem.id }, data: { sharing: "only_me" } });
  const late = await enqueue("post_mortem.heard_back", postMortem.id, [ana.id, maya.id]);
  for (const id of late) {
    await sendMail(id, now());
    expect(await mailRow(id)).toMatchObject({ state: "suppressed", reason: "gone" });
  }
});

test("entered on a call: the candidate is led to it, until it is finished", async () => {
  const { ana, maya, interview, postMortem } = await stage();
  const entered = { enteredById: ana.id, handedOverAt: dateOf(now()) };
  await commandsDb().postMortem.update({ where: { id: postMortem.id }, data: entered });
  const [first = "", other = ""] = await enqueue("post_mortem.entered", postMortem.id, [maya.id, ana.id]);
  await sendMail(first, now());
  const [sent] = server.smtp.taken;
  expect(sent?.mail.subject).toMatch(/^Your debrief of .+, entered by Ana Torres$/u);
  expect(sent?.mail.text).toContain(`http://localhost:3000/interviews/${interview.id}/post-mortem`);
  await sendMail(other, now());
  expect(await mailRow(other)).toMatchObject({ state: "suppressed", reason: "gone" });
  const done = { finishedAt: dateOf(now()) };
  await commandsDb().postMortem.update({ where: { id: postMortem.id }, data: done });
  const [late = ""] = await enqueue("post_mortem.entered", postMortem.id, [maya.id]);
  await sendMail(late, now());
  expect(await mailRow(late)).toMatchObject({ state: "suppressed", reason: "confirmed" });
  expect(server.smtp.taken).toHaveLength(1);
});
