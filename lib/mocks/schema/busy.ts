import { z } from "zod";
import { formKey } from "#lib/infra/form-schema.ts";
import { line } from "#lib/infra/text-schema.ts";
import { busyLimits, busyWords } from "#lib/mocks/words/busy.ts";

const name = line(busyLimits.name).min(1, busyWords.nameNeeded);

/** The bytes of the file in base64, as the door hands them on. */
export const addBusyFileSchema = z.strictObject({
  key: formKey,
  name,
  file: z
    .string(busyWords.fileNeeded)
    .min(1, busyWords.fileNeeded)
    .max(Math.ceil(busyLimits.bytes / 3) * 4 + 4, busyWords.too_big)
    .transform((base64) => Uint8Array.from(Buffer.from(base64, "base64"))),
});
export type AddBusyFileInput = z.output<typeof addBusyFileSchema>;

export const addBusyAddressSchema = z.strictObject({
  key: formKey,
  name,
  address: line(busyLimits.address).min(1, busyWords.not_https),
});
export type AddBusyAddressInput = z.output<typeof addBusyAddressSchema>;

export const removeBusyCalendarSchema = z.strictObject({ key: formKey, calendar: z.uuid().toLowerCase() });
export type RemoveBusyCalendarInput = z.output<typeof removeBusyCalendarSchema>;

export const readBusyCalendarSchema = z.strictObject({ key: formKey, calendar: z.uuid().toLowerCase() });
export type ReadBusyCalendarInput = z.output<typeof readBusyCalendarSchema>;
