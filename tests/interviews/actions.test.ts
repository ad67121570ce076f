import { beforeEach, expect, test, vi } from "vitest";
import { now } from "#lib/infra/clock.ts";
import { commandsDb as db } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import {
  correctInterviewAction,
  logInterviewAction,
  logRoundAction,
  setOutcomeAction,
} from "#lib/interviews/actions.ts";
import { interviewWords } from "#lib/interviews/words.ts";
import type { FormState } from "#lib/web/form-state.ts";
import { commonWords } from "#lib/web/write.ts";
import { makeCandidate, makeCounselor, makeInterview, makeSession } from "../../prisma/seed/factories.ts";

const request = vi.hoisted(() => ({ token: "", path: "/interviews/new", fetchSite: "same-origin" }));

vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: () => (request.token ? { value: request.token } : undefined),
    getAll: () => [],
  }),
  headers: async () =>
    new Headers({
      "sec-fetch-site": request.fetchSite,
      "x-debrief-path": request.path,
      cookie: `debrief=${request.token}`,
    }),
}));
vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("next/server", async (original) => ({ ...(await original<object>()), after: () => undefined }));

type Action = (previous: FormState, data: FormData) => Promise<FormState>;
const empty: FormState = { key: newId(), values: {}, errors: {}, message: null, refusal: null };

/** Where the action leads, or what the form shows. */
async function send(action: Action, fields: Record<string, string>) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  try {
    return await action(empty, data);
  } catch (error) {
    const digest = String((error as { digest?: unknown }).digest);
    if (digest.startsWith("NEXT_REDIRECT")) return digest.split(";")[2] ?? "";
    throw error;
  }
}

async function signedIn() {
  const ana = await makeCounselor(db());
  const maya = await makeCandidate(db(), ana.id);
  request.token = (await makeSession(db(), maya.id, now())).token;
  return { ana, maya };
}

const form = (candidate: string) => ({
  key: newId(),
  candidate,
  moment: "start",
  employer: "Nordlicht Care",
  jobTitle: "Ward clerk",
  format: "video",
  date: "2026-11-24",
  time: "10:00",
  minutes: "",
  source: "own",
  roleFamily: "healthcare",
});

beforeEach(() => Object.assign(request, { token: "", path: "/interviews/new", fetchSite: "same-origin" }));

test("a logged interview leads to its page, one that is just over to its post-mortem", async () => {
  const { maya } = await signedIn();
  const input = form(maya.id);
  expect(await send(logInterviewAction, input)).toBe(`/interviews/${input.key}?done=logged`);
  const over = { ...form(maya.id), moment: "end", date: "2026-01-09" };
  expect(await send(logInterviewAction, over)).toBe(`/interviews/${over.key}/post-mortem`);
  const { applicationId } = await db().interview.findUniqueOrThrow({ where: { id: input.key } });
  const round = {
    key: newId(),
    application: applicationId,
    moment: "start",
    format: "phone",
    date: "2026-12-01",
    time: "09:00",
    minutes: "20",
  };
  expect(await send(logRoundAction, round)).toBe(`/interviews/${round.key}?done=logged`);
});

test("what cannot be read or cannot be stands at its field, and everything typed comes back", async () => {
  const { maya } = await signedIn();
  const wrong = await send(logInterviewAction, {
    ...form(maya.id),
    employer: "Nord\u0000licht",
    time: "25:00",
  });
  expect(wrong).toMatchObject({
    errors: { time: interviewWords.timeNeeded },
    values: { employer: "Nord\u0000licht", jobTitle: "Ward clerk" },
  });
  expect(Object.keys((wrong as FormState).errors)).toEqual(["employer", "time"]);
  const gap = await send(logInterviewAction, { ...form(maya.id), date: "2026-03-08", time: "02:30" });
  expect(gap).toMatchObject({
    errors: { time: interviewWords.no_such_time },
    values: { date: "2026-03-08" },
  });
  expect(await db().interview.count({ where: { candidateId: maya.id } })).toBe(0);
});

test("an outcome leads on: the candidate's no to the short path, staff's to its reason; a stale one says so", async () => {
  const { maya, ana } = await signedIn();
  const { id } = await makeInterview(db(), { candidateId: maya.id, startsAt: now() });
  const say = (version: string, outcome: string, reason: object = {}) =>
    send(setOutcomeAction, { key: newId(), interview: id, version, outcome, ...reason });
  expect(await say("0", "rejected")).toBe(`/interviews/${id}/heard-back`);
  expect(await say("0", "offer")).toMatchObject({ message: interviewWords.stale, refusal: "stale" });
  expect(await say("1", "offer")).toBe(`/interviews/${id}?done=outcome`);
  request.token = (await makeSession(db(), ana.id, now())).token;
  expect(await say("2", "rejected")).toBe(`/interviews/${id}/outcome?reason`);
  expect(await say("3", "rejected", { reason: "none_given" })).toBe(`/interviews/${id}?done=outcome`);
  const correction = {
    key: newId(),
    interview: id,
    version: "0",
    jobTitle: "Mine",
    format: "phone",
    date: "2026-11-24",
    time: "10:00",
    minutes: "",
  };
  expect(await send(correctInterviewAction, correction)).toMatchObject({
    message: interviewWords.stale,
    values: { jobTitle: "Mine" },
  });
  expect(await send(correctInterviewAction, { ...correction, key: newId(), version: "4" })).toBe(
    `/interviews/${id}?done=corrected`,
  );
});

test("signed out one is asked to sign in and nothing is written; from elsewhere it is refused", async () => {
  const { maya } = await signedIn();
  request.fetchSite = "cross-site";
  expect(await send(logInterviewAction, form(maya.id))).toMatchObject({ message: commonWords.elsewhere });
  Object.assign(request, { token: "", fetchSite: "same-origin" });
  for (const action of [logInterviewAction, logRoundAction, correctInterviewAction, setOutcomeAction])
    expect(await send(action, form(maya.id))).toBe("/sign-in?next=%2Finterviews%2Fnew");
  expect(await db().interview.count({ where: { candidateId: maya.id } })).toBe(0);
});

test("what somebody typed when their session had run out is kept for them", async () => {
  const { maya } = await signedIn();
  request.token = (await makeSession(db(), maya.id, now().subtract({ hours: 24 * 31 }))).token;
  expect(await send(logInterviewAction, form(maya.id))).toBe("/sign-in?next=%2Finterviews%2Fnew%3Fkept%3D1");
  const kept = await db().keptForm.findFirstOrThrow({ where: { personId: maya.id } });
  expect(kept).toMatchObject({ path: "/interviews/new", values: { employer: "Nordlicht Care" } });
});

test("somebody else's is answered like one that does not exist", async () => {
  const { ana } = await signedIn();
  const luis = await makeCandidate(db(), ana.id);
  const theirs = await makeInterview(db(), { candidateId: luis.id, startsAt: now() });
  const answers = await Promise.all(
    [theirs.id, newId()].map((interview) =>
      send(setOutcomeAction, { key: newId(), interview, version: "0", outcome: "offer" }),
    ),
  );
  for (const answer of answers)
    expect(answer).toMatchObject({ message: commonWords.not_found, refusal: "not_found" });
  expect(await send(logInterviewAction, form(luis.id))).toMatchObject({ refusal: "not_found" });
});
