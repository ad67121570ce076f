import { saveAnswers } from "#lib/post-mortems/commands/draft.ts";
import { answersSchema } from "#lib/post-mortems/schema.ts";
import { postMortemWords } from "#lib/post-mortems/words.ts";
import { endpoint } from "#lib/web/write.ts";

const save = endpoint({ schema: answersSchema, run: saveAnswers, words: postMortemWords });

/** What a device sends while somebody types, or once it has a connection again: `{ answers: [{ id, field, value, ageMs }] }`. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/post-mortems/[postMortem]/answers">,
) {
  const [{ postMortem }, body] = await Promise.all([
    params,
    request.json().catch(() => null) as Promise<unknown>,
  ]);
  return save(typeof body === "object" && body !== null ? { ...body, postMortem } : null);
}
