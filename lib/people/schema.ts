import { z } from "zod";
import { email, personName } from "#lib/accounts/schema.ts";
import { formKey, shownVersion } from "#lib/infra/form-schema.ts";
import { peopleWords } from "#lib/people/words.ts";
import { importLimits, importWords } from "#lib/people/words/import.ts";

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

export const handOverCandidateSchema = z.strictObject({
  key: formKey,
  person: z.uuid().toLowerCase(),
  counselor: z.uuid(peopleWords.counselorNeeded).toLowerCase(),
  version: shownVersion,
});
export type HandOverCandidateInput = z.output<typeof handOverCandidateSchema>;

export const deactivateSchema = z.strictObject({
  key: formKey,
  person: z.uuid().toLowerCase(),
  /** Who takes over all candidates, and for single ones another: see `pairText`. */
  to: orNone,
  each: z.array(z.string().max(80)).max(1_000).default([]),
  /** The version of everything that the preview showed. */
  shown: z.string().regex(/^[0-9a-f]{64}$/),
});
export type DeactivateInput = z.output<typeof deactivateSchema>;

export const reactivateSchema = z.strictObject({
  key: formKey,
  person: z.uuid().toLowerCase(),
  version: shownVersion,
});
export type ReactivateInput = z.output<typeof reactivateSchema>;

/** The bytes of a chosen file, as the door hands them on; none where no file was chosen. */
const fileBytes = z
  .string()
  .max(Math.ceil(importLimits.bytes / 3) * 4 + 4, importWords.too_large)
  .transform((base64) => Uint8Array.from(Buffer.from(base64, "base64")));

export const previewImportSchema = z.strictObject({
  key: formKey,
  text: z.string().max(importLimits.bytes, importWords.too_large).default(""),
  file: fileBytes.default(new Uint8Array()),
});
export type PreviewImportInput = z.output<typeof previewImportSchema>;

export const changeImportSchema = z.strictObject({ key: formKey, import: z.uuid().toLowerCase() });
export type ChangeImportInput = z.output<typeof changeImportSchema>;
