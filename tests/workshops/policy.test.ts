import fc from "fast-check";
import { expect, test } from "vitest";
import { viewerFrom } from "#lib/core/viewer.ts";
import { Role } from "#lib/infra/prisma/enums.ts";
import {
  canEditWorkshops,
  canSeeSeat,
  canSeeWorkshop,
  canTakeSeats,
  seatsVisibleTo,
  sessionsVisibleTo,
  whoSees,
  workshopsVisibleTo,
} from "#lib/workshops/policy.ts";

const id = fc.constantFrom("a", "b", "c");
const viewers = fc
  .record({
    personId: id,
    role: fc.constantFrom(...Object.values(Role)),
  })
  .map((facts) => viewerFrom({ ...facts, name: facts.personId, timeZone: "UTC", looked: () => undefined }));

const isColleague = ({ role }: { role: Role }) => role === "counselor" || role === "admin";

test("the where clause and the predicate say the same of every workshop and of its sessions", () => {
  fc.assert(
    fc.property(viewers, fc.option(fc.date()), (viewer, publishedAt) => {
      const where = workshopsVisibleTo(viewer);
      const matches = where.publishedAt === undefined || publishedAt !== null;
      expect(matches).toBe(isColleague(viewer) || publishedAt !== null);
      expect(where).toEqual(where.publishedAt === undefined ? {} : { publishedAt: { not: null } });
      expect(matches).toBe(canSeeWorkshop(viewer, { publishedAt }));
      expect(sessionsVisibleTo(viewer)).toEqual({ workshop: where });
    }),
  );
});

test("the where clause and the predicate say the same of every seat, and whoever is no colleague has only their own", () => {
  fc.assert(
    fc.property(viewers, fc.option(id), (viewer, personId) => {
      const where = seatsVisibleTo(viewer);
      const matches = where.personId === undefined || where.personId === personId;
      expect(matches).toBe(canSeeSeat(viewer, { personId }));
      if (!isColleague(viewer)) expect(matches).toBe(personId === viewer.personId);
    }),
  );
});

test("candidates and guests take seats, admins edit, and each reads who sees what", () => {
  fc.assert(
    fc.property(viewers, (viewer) => {
      expect(canTakeSeats(viewer)).toBe(!isColleague(viewer));
      expect(canEditWorkshops(viewer)).toBe(viewer.role === "admin");
      expect(whoSees(viewer).includes("Candidates see only themselves")).toBe(isColleague(viewer));
    }),
  );
});
