import { newId } from "#lib/infra/hash.ts";

/** What the forms behind the doors hold, beside what they are about. */
export const when = { moment: "start", format: "video", date: "2026-01-20", time: "10:00", minutes: "" };
export const profile = () => ({ name: "Maya Lin", timeZone: "Asia/Kathmandu", version: "0" });
export const invitation = (role: string) => () => ({
  name: "Nia Okafor",
  email: `${newId()}@example.org`,
  role,
});
export const week = Object.fromEntries(
  ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map((day) => [day, "9-17"]),
);
export const staffHours = {
  place: "Room 2",
  mockMinutes: "45",
  prepMinutes: "20",
  stepMinutes: "15",
  bufferBeforeMinutes: "0",
  bufferAfterMinutes: "10",
  noticeHours: "12",
  horizonDays: "28",
  dailyMaximum: "4",
};
/** Every field of a cause without actions. */
export const cause = Object.fromEntries(
  ["name", "line", "promiseIf", "promiseThen", "promiseOr", "recognise", "exercise"].map((field) => [
    field,
    "Told.",
  ]),
);
/** How the agency appears, and its policies, as the forms send them. */
export const agency = {
  version: "0",
  name: "Harbour Lane",
  helpLine: "",
  senderName: "",
  replyTo: "",
  timeZone: "America/New_York",
  locale: "en-GB",
  accent: "teal",
};
export const policies = {
  version: "0",
  noticeHours: "12",
  freeHours: "12",
  openLimit: "3",
  feedbackDays: "7",
  quietFrom: "21:00",
  quietUntil: "08:00",
  retentionMonths: "24",
  staffSecondFactor: "off",
};
