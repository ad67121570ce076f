import type { Viewer } from "#lib/core/viewer.ts";
import { commandsDb as db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { finishPostMortem } from "#lib/plan/commands/finish.ts";
import { handOver, startOnACall } from "#lib/post-mortems/commands/on-a-call.ts";
import { later, now, pastInterview, people, sendScreen } from "./staged.ts";

export const begin = async (viewer: Viewer, interview: string) => {
  const answer = await startOnACall(viewer, { key: newId(), interview }, now);
  return answer.ok ? answer.value.id : answer.refusal;
};
export const give = async (viewer: Viewer, postMortem: string, key = newId()) => {
  const answer = await handOver(viewer, { key, postMortem }, later(10));
  return answer.ok ? "ok" : answer.refusal;
};
export const finish = async (viewer: Viewer, postMortem: string, minutes = 30) => {
  const answer = await finishPostMortem(viewer, { key: newId(), postMortem }, later(minutes));
  return answer.ok ? "ok" : answer.refusal;
};
export const opinionsOf = (postMortemId: string) =>
  db().opinion.findMany({ where: { postMortemId }, orderBy: { side: "asc" } });

/** Ana has begun one for Maya and written down how she feels. */
export async function entering() {
  const cast = await people();
  const interview = await pastInterview(cast.maya);
  const id = await begin(cast.ana, interview.id);
  await sendScreen(cast.ana, id, { screen: "mood", mood: "low" });
  return { ...cast, interview, id };
}
