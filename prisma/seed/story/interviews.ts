import { addMinutes } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import { dateOf } from "#lib/infra/db.ts";
import { stableId } from "#lib/infra/hash.ts";
import type { Outcome, OutcomeReason } from "#lib/infra/prisma/enums.ts";
import { usualMinutes } from "#lib/interviews/rules.ts";
import type { SeedApplication, SeedCandidate, SeedInterview } from "../texts/candidate.ts";
import { candidateId, employerId, staffNamed } from "./people.ts";
import type { Story } from "./people.ts";
import { happened } from "./rows.ts";

/** An interview as the rest of the story refers to it. */
export type ToldInterview = {
  readonly id: string;
  readonly candidate: SeedCandidate;
  readonly told: SeedInterview;
  readonly source: SeedApplication["source"];
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** When its outcome was heard, if that came before or without a post-mortem that said it. */
  readonly heardAt: Instant | null;
};

export function interviewId(candidate: SeedCandidate, application: number, round: number): string {
  return stableId("interview", candidate.key, String(application), String(round));
}

/** The applications of a candidate with their interviews: logged, and how they ended. */
export function addApplications(story: Story, candidate: SeedCandidate): ToldInterview[] {
  return candidate.applications.flatMap((application, index) => {
    const loggedById =
      application.source === "agency" ? staffNamed(candidate.counselor).id : candidateId(candidate.key);
    const zone =
      application.source === "agency" ? staffNamed(candidate.counselor).timeZone : candidate.timeZone;
    const createdAt = story.at({ workingDay: application.loggedWorkingDay, at: "11:15" }, zone);
    const id = stableId("application", candidate.key, String(index));
    const { jobTitle, roleFamily, source } = application;
    const base = {
      id,
      candidateId: candidateId(candidate.key),
      employerId: employerId(application.employer),
    };
    story.rows.applications.push({
      ...base,
      jobTitle,
      roleFamily,
      source,
      loggedById,
      createdAt: dateOf(createdAt),
    });
    return addRounds(story, candidate, application, { index, id, loggedById, createdAt });
  });
}

type Logged = { index: number; id: string; loggedById: string; createdAt: Instant };

function addRounds(
  story: Story,
  candidate: SeedCandidate,
  application: SeedApplication,
  logged: Logged,
): ToldInterview[] {
  let loggedAt = logged.createdAt;
  return application.interviews.map((told, round) => {
    const id = interviewId(candidate, logged.index, round);
    const startsAt = story.at(told.when, candidate.timeZone);
    const endsAt = addMinutes(startsAt, told.minutes ?? usualMinutes[told.format]);
    story.rows.interviews.push({
      id,
      applicationId: logged.id,
      candidateId: candidateId(candidate.key),
      format: told.format,
      startsAt: dateOf(startsAt),
      endsAt: dateOf(endsAt),
      timeZone: candidate.timeZone,
      loggedById: logged.loggedById,
      createdAt: dateOf(loggedAt),
    });
    happened(story.rows, {
      kind: "interview.logged",
      actorId: logged.loggedById,
      subjectId: id,
      at: loggedAt,
    });
    const heardAt = told.heard ? story.at(told.heard, candidate.timeZone) : null;
    if (heardAt) {
      recordOutcome(story, id, { outcome: told.outcome, reason: told.outcomeReason ?? null, at: heardAt });
      happened(story.rows, {
        kind: "outcome.recorded",
        actorId: candidateId(candidate.key),
        subjectId: id,
        at: heardAt,
      });
      // The next round is logged when it is known.
      loggedAt = addMinutes(heardAt, 5);
    }
    return { id, candidate, told, source: application.source, startsAt, endsAt, heardAt };
  });
}

/** As the command of that name: a reason is kept with `rejected` only, `waiting` has no time. */
function recordOutcome(
  story: Story,
  id: string,
  said: { outcome: Outcome; reason: OutcomeReason | null; at: Instant },
): void {
  const row = story.rows.interviews.find((interview) => interview.id === id);
  if (!row) throw new Error(`No interview ${id}`);
  row.outcome = said.outcome;
  row.outcomeReason = said.outcome === "rejected" ? said.reason : null;
  row.outcomeAt = said.outcome === "waiting" ? null : dateOf(said.at);
  row.version = 1;
}
