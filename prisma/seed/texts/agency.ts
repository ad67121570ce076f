/** A range of a working week as wall time in the counselor's own zone; weekdays as ISO counts them, 1 is Monday. */
export type SeedHours = {
  readonly weekdays: readonly number[];
  readonly start: string;
  readonly end: string;
};

export type SeedStaff = {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly role: "counselor" | "admin";
  readonly timeZone: string;
  readonly hours: readonly SeedHours[];
  readonly place: string;
};

export type SeedEmployer = {
  readonly key: string;
  readonly name: string;
  readonly isClient: boolean;
  readonly contacts: readonly { readonly name: string; readonly phone: string; readonly email: string }[];
};

export const agency = {
  name: "Harbour Lane Staffing",
  helpLine: "Harbour Lane help line, +1 212 555 0142, every day from 8:00 to 20:00",
  timeZone: "America/New_York",
  senderName: "Harbour Lane",
  replyTo: "hello@harbourlane.example",
  retentionMonths: 36,
  version: 2,
  policiesVersion: 1,
};

export const staff = [
  {
    key: "ana",
    name: "Ana Duarte",
    email: "ana@harbourlane.example",
    role: "counselor",
    timeZone: "America/New_York",
    hours: [
      { weekdays: [1, 2, 3, 4, 5], start: "09:00", end: "12:30" },
      { weekdays: [1, 2, 4], start: "13:30", end: "17:30" },
    ],
    place: "https://meet.harbourlane.example/ana",
  },
  {
    key: "marcus",
    name: "Marcus Bell",
    email: "marcus@harbourlane.example",
    role: "counselor",
    timeZone: "America/New_York",
    hours: [
      { weekdays: [1, 3, 5], start: "10:00", end: "16:00" },
      { weekdays: [2, 4], start: "12:00", end: "19:00" },
    ],
    place: "Room 4, 18 Harbour Lane, New York",
  },
  {
    key: "ines",
    name: "Inês Rocha",
    email: "ines@harbourlane.example",
    role: "counselor",
    timeZone: "Europe/Lisbon",
    hours: [{ weekdays: [1, 2, 3, 4, 5], start: "09:30", end: "18:00" }],
    place: "Inês calls you on the number you gave us",
  },
  {
    key: "ruth",
    name: "Ruth Adeyemi",
    email: "ruth@harbourlane.example",
    role: "admin",
    timeZone: "America/New_York",
    hours: [{ weekdays: [2, 4], start: "14:00", end: "16:00" }],
    place: "https://meet.harbourlane.example/ruth",
  },
] as const satisfies readonly SeedStaff[];

export type StaffKey = (typeof staff)[number]["key"];

/** Kestrel Freight is the one that three of the hand-written candidates share. */
export const employers = [
  {
    key: "kestrel",
    name: "Kestrel Freight",
    isClient: true,
    contacts: [
      { name: "Dorothy Kane", phone: "+1 201 555 0117", email: "d.kane@kestrelfreight.example" },
      { name: "Sam Whitlock", phone: "+1 201 555 0118", email: "s.whitlock@kestrelfreight.example" },
    ],
  },
  {
    key: "larkfield",
    name: "Larkfield Health",
    isClient: true,
    contacts: [
      { name: "Joyce Amponsah", phone: "+1 718 555 0164", email: "joyce.amponsah@larkfield.example" },
    ],
  },
  {
    key: "brightdale",
    name: "Bright & Dale Insurance",
    isClient: true,
    contacts: [{ name: "Peter Lindgren", phone: "+1 646 555 0131", email: "lindgren@brightdale.example" }],
  },
  {
    key: "cobalt",
    name: "Cobalt Ledger",
    isClient: true,
    contacts: [
      { name: "Yuki Tanabe", phone: "+351 21 555 0190", email: "yuki@cobaltledger.example" },
      { name: "Rob Ellery", phone: "+351 21 555 0191", email: "rob@cobaltledger.example" },
    ],
  },
  {
    key: "portway",
    name: "Portway Outdoor",
    isClient: false,
    contacts: [{ name: "Colleen Brandt", phone: "+1 914 555 0175", email: "jobs@portwayoutdoor.example" }],
  },
] as const satisfies readonly SeedEmployer[];

export type EmployerKey = (typeof employers)[number]["key"];
