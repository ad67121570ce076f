import { normalEmail } from "#lib/accounts/rules.ts";
import { refuse } from "#lib/core/result.ts";
import type { Refused } from "#lib/core/result.ts";
import { sha256 } from "#lib/infra/hash.ts";
import { allows } from "#lib/web/rate-limit.ts";
import { inEqualTime, network } from "#lib/web/sign-in.ts";

/** Runs what somebody asks on the public page with an address, within the limits by address and by network. */
export function withinHelpLimits<Answer>(
  email: string,
  run: () => Promise<Answer>,
): Promise<Answer | Refused<"too_many">> {
  return inEqualTime(async () => {
    const allowed =
      (await allows("help_network", await network())) &&
      (await allows("help_address", sha256(normalEmail(email) ?? email)));
    return allowed ? run() : refuse("too_many");
  });
}

/** Runs what somebody does by the link of a mail, within the limit by network. */
export async function withinLinkLimits<Answer>(
  run: () => Promise<Answer>,
): Promise<Answer | Refused<"too_many">> {
  return (await allows("help_links", await network())) ? run() : refuse("too_many");
}
