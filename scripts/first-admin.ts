/** `npm run first-admin -- ADDRESS NAME`: the first admin of an installation, who gets an invitation by mail. */
import { addFirstAdmin } from "#lib/accounts/commands/people.ts";
import { email, personName } from "#lib/accounts/schema.ts";
import { now } from "#lib/infra/clock.ts";
import { closeDb } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { closeQueue } from "#lib/infra/queue.ts";

const [typedEmail = "", ...typedName] = process.argv.slice(2);
const address = email.safeParse(typedEmail);
const name = personName.safeParse(typedName.join(" "));
if (!address.success || !name.success) {
  console.error("Usage: npm run first-admin -- ADDRESS NAME");
  process.exit(2);
}
const key = newId();
const answer = await addFirstAdmin({ key, email: address.data, name: name.data }, now());
console.log(
  answer.ok
    ? `Invited. If the mail does not come, the invitation stands at /invitations/${key} of your portal.`
    : `Refused: ${answer.refusal}`,
);
await closeQueue();
await closeDb();
process.exitCode = answer.ok ? 0 : 1;
