"use server";

import { acceptOffer, declineOffer } from "#lib/workshops/commands/offers.ts";
import { giveBackSeat, leaveWaitlist, takeSeat } from "#lib/workshops/commands/seats.ts";
import { offerSchema, seatSchema } from "#lib/workshops/schema/seats.ts";
import { seatWords } from "#lib/workshops/words/seats.ts";
import { formAction } from "#lib/web/write.ts";

export const takeSeatAction = formAction({
  as: "takeSeatAction",
  schema: seatSchema,
  run: takeSeat,
  words: seatWords,
  done: ({ id }) => `/practice/workshops/${id}?done=asked`,
});

export const giveBackSeatAction = formAction({
  as: "giveBackSeatAction",
  schema: seatSchema,
  run: giveBackSeat,
  words: seatWords,
  done: ({ id }) => `/practice/workshops/${id}?done=given_back`,
});

export const leaveWaitlistAction = formAction({
  as: "leaveWaitlistAction",
  schema: seatSchema,
  run: leaveWaitlist,
  words: seatWords,
  done: ({ id }) => `/practice/workshops/${id}?done=left`,
});

export const acceptOfferAction = formAction({
  as: "acceptOfferAction",
  schema: offerSchema,
  run: acceptOffer,
  words: seatWords,
  done: ({ id }) => `/practice/workshops/${id}?done=asked`,
});

export const declineOfferAction = formAction({
  as: "declineOfferAction",
  schema: offerSchema,
  run: declineOffer,
  words: seatWords,
  done: ({ id }) => `/practice/workshops/${id}?done=declined`,
});
