import { describe, expect, test } from "vitest";
import { files } from "./tree.ts";
import { complaints } from "./vocabulary.ts";

/** What the house does not say. Each is planted alone. */
const refused: readonly (readonly [path: string, text: string])[] = [
  ["lib/mocks/rules.ts", "export const coachId = 1;"],
  ["lib/mocks/rules.ts", "export type Advisor = { id: string };"],
  ["lib/mocks/rules.ts", "export const a = (userId: string) => userId;"],
  ["lib/mocks/rules.ts", "export const a = (b: { companyName: string }) => b.companyName;"],
  ["lib/mocks/rules.ts", "export function isMeeting() {}"],
  ["lib/plan/rules.ts", "export function nextTasks() {}"],
  ["lib/post-mortems/rules.ts", "export const debriefState = 1;"],
  ["lib/mocks/commands.ts", "export function handleMock() {}"],
  ["lib/mocks/commands.ts", "export const updateStatus = () => {};"],
  ["lib/mocks/queries.ts", "export async function mocksOf() {}"],
  ["lib/mocks/actions.ts", "export const bookMock = formAction({});"],
  ["components/mocks/coach-card.tsx", "export const a = 1;"],
  ["app/(portal)/appointments/page.tsx", "export default function Page() {}"],
  ["prisma/schema/mocks.prisma", "model Booking {\n  id String @id\n}"],
  ["prisma/schema/accounts.prisma", "model Session {\n  id String @id\n}"],
  ["prisma/schema/reviews.prisma", "model Note {\n  id String @id\n}"],
  ["prisma/schema/accounts.prisma", "model Person {\n  userName String\n}"],
  ["lib/mocks/words.ts", "export const mockWords = { too_late: 'Your last try failed.' };"],
  ["lib/mocks/words.ts", "export const a = (name: string) => `You should have asked ${name}.`;"],
  ["components/mocks/slot.tsx", "export const Slot = () => <p>Something went wrong</p>;"],
  ["lib/mocks/mail.tsx", "export const a = { subject: 'Why did you not come?' };"],
  ["lib/mocks/mail.tsx", "export const A = () => <p>You are ranked third</p>;"],
  ["lib/causes/words/first-guides.ts", "export const a = { helps: 'One.\\nYou shouldn’t have hurried.' };"],
  ["lib/plan/words.ts", "export const a = 'Why did you leave it open?';"],
  ["components/home/card.tsx", "export const Card = () => <p>Write your debrief</p>;"],
  ["lib/web/write.ts", "export const commonWords = { busy: 'Your last try failed.' };"],
  ["lib/web/session.ts", "export const a = { message: 'You should have been quicker.' };"],
  ["lib/infra/text-schema.ts", "export const a = (max: number) => `This is wrong: more than ${max}`;"],
  ["components/post-mortems/live-states.ts", "export const a = { offline: 'Sending failed' };"],
  ["components/ui/button-class.ts", "export const a = 'Write your debrief';"],
  ["app/error.tsx", "export default function E() { return <p title='A weak answer'>…</p>; }"],
];

/** What sounds like it and is ours. */
const spoken: readonly (readonly [path: string, text: string])[] = [
  ["lib/mocks/rules.ts", "export const coachingNote = 1; export const mentorName = 2;"],
  ["lib/web/auth.ts", "export const adapter = { getUser: () => null };"],
  ["lib/web/session.ts", "export const a = (userAgent: string) => userAgent;"],
  ["lib/stories/rules.ts", "export const parts = { situation: 1, task: 2, action: 3, result: 4 };"],
  ["lib/mocks/commands.ts", "export function bookMock() {} export function withdraw() {}"],
  ["lib/mocks/queries.ts", "export function getMock() {} export const bookingFacts = () => {};"],
  ["lib/mocks/actions.ts", "export const bookMockAction = formAction({});"],
  ["lib/mail/rules.ts", "export const failed = 'smtp failed for this row';"],
  [
    "lib/post-mortems/words.ts",
    "export const a = { title: 'Your debrief', ask: 'What is your greatest weakness?' };",
  ],
  ["components/layout/shell.tsx", "export const Shell = () => <b className='weak wrong'>Debrief</b>;"],
  ["lib/questions/words.ts", "export const a = 'Why did you leave your last job?';"],
  ["lib/infra/queue.ts", "export const a = 'the job failed for good';"],
  ["components/desk/row-states.ts", "export const a = 'This mail failed';"],
  ["components/desk/mail.tsx", "export const Row = () => <p>This mail failed</p>;"],
  ["prisma/schema/reviews.prisma", "model CoachingNote {\n  id String @id\n}"],
];

describe("what the house does not say is found", () => {
  test.each(refused)("%s: %s", (path, text) => {
    expect(complaints({ path, text })).toHaveLength(1);
  });
});

describe("what the house says is left alone", () => {
  test.each(spoken)("%s: %s", (path, text) => {
    expect(complaints({ path, text })).toEqual([]);
  });
});

test("the house uses its own words", () => {
  const all = files(/^(?:lib|components|app|prisma\/schema|tests|e2e)\//);
  expect(all.flatMap((file) => complaints(file))).toEqual([]);
});
