import { z } from "zod";
import { formKey } from "#lib/infra/form-schema.ts";
import { line } from "#lib/infra/text-schema.ts";
import { seatWords } from "#lib/workshops/words/seats.ts";
import { workshopLimits } from "#lib/workshops/words/staff.ts";

const id = z.uuid().toLowerCase();

/** A candidate's tap about one session. */
export const seatSchema = z.strictObject({ key: formKey, session: id });
export type SeatInput = z.output<typeof seatSchema>;

/** Yes or no to an offer of that session. */
export const offerSchema = z.strictObject({ key: formKey, session: id, offer: id });
export type OfferInput = z.output<typeof offerSchema>;

export const placeSchema = z.strictObject({
  key: formKey,
  session: id,
  candidate: id,
  reason: line(workshopLimits.placedReason).min(1, seatWords.reason_needed),
});
export type PlaceInput = z.output<typeof placeSchema>;
