import { z } from "zod";
import { email, personName } from "#lib/accounts/schema.ts";
import { formKey, shownVersion } from "#lib/infra/form-schema.ts";
import { peopleWords } from "#lib/people/words.ts";

const orNone = z
  .union([z.uuid().toLowerCase(), z.literal("")])
  .optional()
  .transform((value) => value || null);

export const invitePersonSchema = z.strictObject({
  key: formKey,
  name: personName,
  email,
  role: z.enum(["candidate", "counselor", "admin"], peopleWords.roleNeeded),
  counselor: orNone,
});
export type InvitePersonInput = z.output<typeof invitePersonSchema>;

export const inviteAgainSchema = z.strictObject({ key: formKey, person: z.uuid().toLowerCase() });
export type InviteAgainInput = z.output<typeof inviteAgainSchema>;

export const changeRoleSchema = z.strictObject({
  key: formKey,
  person: z.uuid().toLowerCase(),
  role: z.enum(["counselor", "admin"], peopleWords.roleNeeded),
  version: shownVersion,
});
export type ChangeRoleInput = z.output<typeof changeRoleSchema>;

export const acceptInvitationSchema = z.strictObject({ key: formKey, person: z.uuid().toLowerCase() });
