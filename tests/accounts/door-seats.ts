import type { Row } from "./door-row.ts";
import { asOffer, asSeat, workshopSession } from "./things.ts";

/** Seats are candidates' own; anybody may take one of what is published. */
export const seatRows = {
  takeSeatAction: {
    thing: async (stage) => ({ session: (await workshopSession(stage)).id }),
    may: ["owner", "otherCandidate"],
  },
  giveBackSeatAction: { thing: asSeat, may: ["owner"] },
  leaveWaitlistAction: {
    thing: async (stage) => ({ session: (await asOffer(stage)).session }),
    may: ["owner"],
  },
  acceptOfferAction: { thing: asOffer, may: ["owner"] },
  declineOfferAction: { thing: asOffer, may: ["owner"] },
} satisfies Record<string, Row>;
