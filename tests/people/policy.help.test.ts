import fc from "fast-check";
import { expect, test } from "vitest";
import { viewerFrom } from "#lib/core/viewer.ts";
import { Role } from "#lib/infra/prisma/enums.ts";
import { canSeeHelpRequest, helpRequestsDueFrom, helpRequestsVisibleTo } from "#lib/people/policy/help.ts";

const viewers = fc
  .constantFrom(...Object.values(Role))
  .map((role) => viewerFrom({ personId: "a", role, name: "A", timeZone: "UTC", looked: () => undefined }));

test("the where clause and the predicate say the same of every request", () => {
  const requests = fc.record({ confirmedAt: fc.option(fc.date()), sessionId: fc.option(fc.constant("s")) });
  fc.assert(
    fc.property(viewers, requests, (viewer, request) => {
      const where = helpRequestsVisibleTo(viewer);
      const isNothing = "id" in where;
      if (isNothing) expect(where).toEqual({ id: { in: [] } });
      else expect(where).toEqual({ confirmedAt: { not: null }, sessionId: null });
      const matches = !isNothing && request.confirmedAt !== null && request.sessionId === null;
      expect(canSeeHelpRequest(viewer, request)).toBe(matches);
      expect(isNothing).toBe(viewer.role === "candidate" || viewer.role === "guest");
      expect(helpRequestsDueFrom(viewer)).toMatchObject({ AND: [where, { acceptedAt: null }] });
    }),
  );
});
