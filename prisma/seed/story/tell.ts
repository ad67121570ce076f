import { compare } from "#lib/core/time.ts";
import type { Instant } from "#lib/core/time.ts";
import { agency } from "../texts/agency.ts";
import type { SeedCandidate } from "../texts/candidate.ts";
import { candidates } from "../texts/candidates.ts";
import { backgroundCandidates } from "./background.ts";
import { addBackgroundMocks } from "./background-mocks.ts";
import { addTaxonomyChange } from "./causes.ts";
import { daysOf } from "./days.ts";
import { demoPeople } from "./demo-people.ts";
import { addApplications } from "./interviews.ts";
import { addToldMocks } from "./mocks.ts";
import { addAgency, addCandidate } from "./people.ts";
import type { Story } from "./people.ts";
import { addPeopleWork } from "./people-work.ts";
import { addAcceptance, addPlan, addPlanEvents } from "./plan.ts";
import { addAttendance, addTimeOff } from "./attendance.ts";
import { addPostMortem } from "./post-mortems.ts";
import type { OpenPromise, Told } from "./post-mortems.ts";
import { addHelpRequests } from "./requests.ts";
import { addReview } from "./reviews.ts";
import { noRows } from "./rows.ts";
import { addSettingChanges } from "./settings.ts";
import type { Rows } from "./rows.ts";
import { addWorkshops } from "./workshops.ts";

/**
 * The story of one agency on working days around `now`: four people who work there, eight candidates written by hand and
 * forty in the background. The same but for the dates whenever it is told.
 */
export function tellStory(now: Instant): Rows {
  const story: Story = { now, rows: noRows(), at: daysOf(now, agency.timeZone) };
  addAgency(story);
  addSettingChanges(story);
  addTaxonomyChange(story);
  for (const candidate of candidates) tellOf(story, candidate);
  for (const candidate of candidates) addToldMocks(story, candidate);
  addBackgroundMocks(
    story,
    backgroundCandidates().map((candidate) => tellOf(story, candidate)),
  );
  addAttendance(story);
  addTimeOff(story);
  addPlanEvents(story);
  addPeopleWork(story);
  addWorkshops(story);
  addHelpRequests(story);
  story.rows.demoPeople.push(...demoPeople());
  return story.rows;
}

function tellOf(story: Story, candidate: SeedCandidate): Told {
  addCandidate(story, candidate);
  const interviews = addApplications(story, candidate).toSorted((a, b) => compare(a.startsAt, b.startsAt));
  const postMortems: Told["postMortems"] = [];
  let open: OpenPromise = null;
  for (const interview of interviews) {
    const answer: ReturnType<typeof addPostMortem> = addPostMortem(story, interview, open);
    open = answer.open;
    if (!answer.finished) continue;
    addPlan(story, answer.finished, open !== null);
    addReview(story, answer.finished);
    addAcceptance(story, answer.finished);
    postMortems.push(answer.finished);
  }
  return { candidate, interviews, postMortems };
}
