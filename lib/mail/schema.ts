import { z } from "zod";
import { formKey } from "#lib/infra/form-schema.ts";

export const resendMailSchema = z.strictObject({ key: formKey, mail: z.uuid().toLowerCase() });
export type ResendMailInput = z.output<typeof resendMailSchema>;
