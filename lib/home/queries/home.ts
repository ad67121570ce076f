import { formatDate, formatDateTime, stamp } from "#lib/core/format.ts";
import type { QuietHours } from "#lib/core/quiet-hours.ts";
import { firstName } from "#lib/core/text.ts";
import { compare } from "#lib/core/time.ts";
import type { Viewer } from "#lib/core/viewer.ts";
import { dateOf, instantOf, pagesDb } from "#lib/infra/db.ts";
import { firstDue, isDraft, mayRest, nextSteps } from "#lib/home/rules.ts";
import { sessionNames } from "#lib/home/words.ts";
import {
  asksHeardAnything,
  isGoodNews,
  phaseOf,
  waitsForAnswer,
  wantsPostMortem,
} from "#lib/interviews/rules.ts";
import { mocksVisibleTo } from "#lib/mocks/policy.ts";
import { listOpenActions } from "#lib/plan/queries/open.ts";
import { isNewsOpen } from "#lib/post-mortems/rules/heard-back.ts";
import { notesVisibleTo } from "#lib/reviews/policy.ts";
import { workshopKinds } from "#lib/workshops/words/seats.ts";
import { listOwnInterviews } from "./interviews.ts";
import { getAgency } from "#lib/settings/queries.ts";
import { findOwnWorkshops } from "./workshops.ts";

/** Latest notes among which Home looks for unread ones. */
const recentNotes = 20;

/** A candidate's Home: the one next step, what waits for an answer, and what comes next. Six statements, own records only. */
export async function getHome(viewer: Viewer, now: Temporal.Instant) {
  const [interviews, mock, workshops, notes, openActions] = await Promise.all([
    listOwnInterviews(viewer),
    readSession(viewer, now),
    findOwnWorkshops(viewer, now),
    readUnreadNotes(viewer),
    listOpenActions(viewer, now),
  ]);
  const { quiet } = (await getAgency()).policies;
  const session = nextSession(mock, workshops.seat);
  const { offer } = workshops;
  const { over, untold, missed, draft, coming, rest, news } = standingOut(interviews, viewer, quiet, now);
  const due = firstDue(openActions.open);
  const facts = {
    hasInterviews: interviews.length > 0,
    untold,
    missed,
    coming,
    hasDraft: draft !== null,
    hasRest: rest !== null,
    news: news?.outcomeAt ? { outcomeAt: news.outcomeAt } : null,
    due,
    hasUnreadNote: notes.length > 0,
    session,
    hasOffer: offer !== null,
  };
  const shown = (interview: Interview | null) => interview && shownInterview(interview, viewer, now);
  const [{ step, why }, next] = nextSteps(facts, viewer.timeZone, now);
  return {
    openActions,
    step,
    why,
    next: next?.step ?? null,
    rest: shown(rest),
    news: shown(news),
    due: due && { text: due.text, interviewId: due.interviewId, on: formatDate(due.due) },
    untold: shown(untold),
    missed: shown(missed),
    draft: draft && {
      ...shownInterview(draft, viewer, now),
      postMortemId: draft.postMortem?.id ?? "",
      ifSent: draft.ifSent(),
      enteredBy: draft.postMortem?.enteredBy ?? null,
    },
    coming: shown(coming),
    silent: over
      .filter((interview) => asksHeardAnything(interview, now))
      .map((one) => shownInterview(one, viewer, now)),
    waiting: over
      .filter((interview) => waitsForAnswer(interview, now) && !asksHeardAnything(interview, now))
      .map((one) => shownInterview(one, viewer, now)),
    session: session && { ...session.shown, when: stamp(session.startsAt, viewer.timeZone, now) },
    offer: offer && shownOffer(offer, viewer, now),
    notes: notes.map((note) => shownNote(note, viewer, now)),
  };
}

function shownNote(
  { id, author, sharedAt, postMortem: { interview } }: Awaited<ReturnType<typeof readUnreadNotes>>[number],
  viewer: Viewer,
  now: Temporal.Instant,
) {
  return {
    id,
    author: firstName(author.name),
    at: stamp(instantOf(sharedAt), viewer.timeZone, now),
    interviewId: interview.id,
    employer: interview.application.employer.name,
  };
}

type Interview = Awaited<ReturnType<typeof listOwnInterviews>>[number];

/** The interviews that Home speaks of, each by what it is to do. */
function standingOut(
  interviews: readonly Interview[],
  { timeZone: zone }: Viewer,
  quiet: QuietHours,
  now: Temporal.Instant,
) {
  const over = interviews.filter((interview) => phaseOf(interview, now) === "over");
  const untold = over.find((interview) => wantsPostMortem(interview, now)) ?? null;
  const missed =
    over.find((interview) => wantsPostMortem(interview, now) && !isGoodNews(interview.outcome)) ?? null;
  const draft = interviews.find(({ postMortem }) => isDraft(postMortem)) ?? null;
  const coming =
    interviews.findLast(
      (interview) => phaseOf(interview, now) !== "over" && interview.outcome !== "withdrawn",
    ) ?? null;
  const rest = interviews.find((interview) => mayRest(interview, interviews, { zone, quiet }, now)) ?? null;
  const news =
    interviews.find(
      ({ postMortem, ...one }) => postMortem !== null && isNewsOpen({ ...postMortem, ...one }),
    ) ?? null;
  return { over, untold, missed, draft, coming, rest, news };
}

function shownInterview(interview: Interview, viewer: Viewer, now: Temporal.Instant) {
  const { id, application, startsAt } = interview;
  return {
    id,
    employer: application.employer.name,
    jobTitle: application.jobTitle,
    when: stamp(startsAt, viewer.timeZone, now),
  };
}

function shownOffer(offer: NonNullable<Offer>, { timeZone }: Viewer, now: Temporal.Instant) {
  return {
    href: `/practice/workshops/offers/${offer.offer.id}`,
    kind: workshopKinds[offer.kind],
    title: offer.title,
    when: stamp(offer.startsAt, timeZone, now),
    until: formatDateTime(offer.offer.expiresAt, timeZone),
  };
}

type Offer = Awaited<ReturnType<typeof findOwnWorkshops>>["offer"];
type Mock = Awaited<ReturnType<typeof readSession>>;
type Seat = Awaited<ReturnType<typeof findOwnWorkshops>>["seat"];

/** Of a booked session and a workshop with a seat the one that starts first, as Home names it; of two at once the booked one. */
function nextSession(mock: Mock, seat: Seat) {
  if (seat && !(mock && compare(mock.startsAt, seat.startsAt) <= 0)) {
    const { id, kind, title, area, startsAt } = seat;
    const name = workshopKinds[kind];
    return { startsAt, shown: { href: `/practice/workshops/${id}`, what: name, name: title, with: area } };
  }
  if (!mock) return null;
  const name = sessionNames[mock.kind];
  const counselor = `with ${firstName(mock.counselor.name)}`;
  const href = `/practice/mocks/${mock.id}`;
  return { startsAt: mock.startsAt, shown: { href, what: `${name} ${counselor}`, name, with: counselor } };
}

/** The next mock or prep session that is not over. */
async function readSession(viewer: Viewer, now: Temporal.Instant) {
  const row = await pagesDb().mock.findFirst({
    where: {
      AND: [
        { candidateId: viewer.personId, cancelledAt: null, endsAt: { gt: dateOf(now) } },
        mocksVisibleTo(viewer),
      ],
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    relationLoadStrategy: "join",
    select: { id: true, kind: true, startsAt: true, counselor: { select: { name: true } } },
  });
  return row && { ...row, startsAt: instantOf(row.startsAt) };
}

/** Notes to this candidate that they have never opened, newest first. */
async function readUnreadNotes(viewer: Viewer) {
  const notes = await pagesDb().coachingNote.findMany({
    where: { AND: [{ candidateId: viewer.personId }, notesVisibleTo(viewer)] },
    orderBy: [{ sharedAt: "desc" }, { id: "asc" }],
    take: recentNotes,
    relationLoadStrategy: "join",
    select: {
      id: true,
      sharedAt: true,
      author: { select: { name: true } },
      postMortem: {
        select: {
          interview: {
            select: { id: true, application: { select: { employer: { select: { name: true } } } } },
          },
        },
      },
    },
  });
  const looks = await pagesDb().look.findMany({
    where: { viewerId: viewer.personId, subjectId: { in: notes.map((note) => note.id) } },
    distinct: ["subjectId"],
    select: { subjectId: true },
  });
  const read = new Set(looks.map((look) => look.subjectId));
  return notes.filter((note) => !read.has(note.id));
}
