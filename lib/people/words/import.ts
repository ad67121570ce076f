import type { ImportEncoding, ImportSeparator } from "#lib/infra/prisma/enums.ts";

/** Most that one list may hold: bytes, people, and rows with all their interviews. */
export const importLimits = { bytes: 2 * 1024 * 1024, people: 5_000, rows: 10_000 };

export type ImportColumn =
  | "name"
  | "email"
  | "role"
  | "counselor"
  | "employer"
  | "jobTitle"
  | "date"
  | "time"
  | "zone"
  | "format"
  | "family";

/** The columns of a list: what each is called here, and how else people write it in the first row. */
export const importColumns: Readonly<Record<ImportColumn, { label: string; spellings: readonly string[] }>> =
  {
    name: { label: "Name", spellings: ["name", "full name", "person", "candidate", "candidate name"] },
    email: {
      label: "Address",
      spellings: ["address", "mail address", "mail", "email", "email address", "e-mail", "e-mail address"],
    },
    role: { label: "Role", spellings: ["role", "as"] },
    counselor: {
      label: "Counselor",
      spellings: [
        "counselor",
        "counselor's address",
        "counselor address",
        "counselor mail",
        "counselor email",
      ],
    },
    employer: {
      label: "Employer",
      spellings: ["employer", "company", "client", "organisation", "organization"],
    },
    jobTitle: { label: "Job title", spellings: ["job title", "job", "title", "position", "vacancy"] },
    date: { label: "Interview date", spellings: ["interview date", "date", "day", "interview day"] },
    time: { label: "Interview time", spellings: ["interview time", "time", "start", "starts at", "hour"] },
    zone: { label: "Time zone", spellings: ["time zone", "zone", "timezone", "tz"] },
    format: { label: "Format", spellings: ["format", "interview format", "how"] },
    family: { label: "Kind of work", spellings: ["kind of work", "role family", "family", "field"] },
  };

/** How the format of an interview may be written. */
export const formatSpellings = {
  phone: ["phone", "by phone", "call", "telephone"],
  video: ["video", "by video", "online", "remote", "video call"],
  on_site: ["on site", "onsite", "on-site", "in person", "office"],
} as const;

/** How the kind of work may be written. */
export const familySpellings = {
  office_admin: ["office admin", "office", "administration", "office and administration"],
  customer_service: ["customer service", "service", "support"],
  logistics_warehouse: ["logistics warehouse", "logistics", "warehouse", "logistics and warehouse"],
  tech: ["tech", "technology", "it"],
  healthcare: ["healthcare", "health", "care"],
} as const;

/** What can stand against a row, by code; `line` is that of the other row where there is one. */
export const importProblems = {
  name_needed: () => "The name is missing.",
  too_long: () => "This is too long.",
  not_clean: () => "There are characters in it that cannot be shown. Please type it again by hand.",
  one_line: () => "This has to stand in one line.",
  email_needed: () => "This is no mail address.",
  address_unclear: () => "This address has characters that look like others. Please type it again by hand.",
  address_known: () => "Somebody with this address is here already.",
  duplicate: (line: number) => `The same person as in line ${line}, with nothing new.`,
  another_name: (line: number) => `Line ${line} has this address under another name.`,
  another_role: (line: number) => `Line ${line} has this person in another role.`,
  another_counselor: (line: number) => `Line ${line} gives this person another counselor.`,
  role_unknown: () => "The role is candidate, counselor or admin.",
  counselor_needed: () => "A candidate needs the address of a counselor.",
  counselor_unknown: () => "Nobody who counsels here has this address.",
  counselor_of_staff: () => "Only candidates have a counselor.",
  interview_of_staff: () => "Only candidates have interviews.",
  employer_needed: () => "An interview needs an employer.",
  job_needed: () => "An interview needs a job title.",
  date_needed: () => "Write the date as 2026-05-07.",
  time_needed: () => "Write the time as 14:30.",
  no_such_time: () => "This time does not exist on that day: the clocks jump over it.",
  zone_unknown: () => "Write the time zone as Europe/Paris or America/New_York.",
  format_needed: () => "Say how it is held: phone, video or on site.",
  family_unknown: () =>
    "The kind of work is office, customer service, logistics, tech or healthcare. It may be left empty.",
  past: () => "This interview has started already. Only coming ones are brought in.",
  too_far: () => "This date is too far away.",
  same_interview: (line: number) => `The same interview as in line ${line}.`,
  not_added: () => "The person of this row could not be invited, so the interview has nobody to belong to.",
  no_counselor: () => "The counselor has left since.",
  no_admin: () => "The admin who confirmed this list cannot invite any more.",
} as const satisfies Record<string, (line: number) => string>;

export type ImportProblem = keyof typeof importProblems;

export const encodingWords: Readonly<Record<ImportEncoding, string>> = {
  utf_8: "UTF-8",
  utf_16: "UTF-16",
  windows_1252: "Windows-1252 (Latin-1)",
};
export const separatorWords: Readonly<Record<ImportSeparator, string>> = {
  comma: "commas",
  semicolon: "semicolons",
  tab: "tabs",
};

/** Refusals and messages of the form. */
export const importWords = {
  nothing: "Choose a file, or paste the list.",
  both: "Please use either the file or the text, not both.",
  too_large: "That is more than 2 MB. Please send it in parts.",
  too_many: "That is more than 5,000 people. Please send them in parts.",
  spreadsheet: "This is a workbook. Please save it as CSV first, and choose that file.",
  unreadable: "This cannot be read as text. Please save it as CSV in UTF-8.",
  quotes:
    "A quotation mark is opened somewhere and never closed, or stands in the middle of a cell, so it cannot be told where cells end.",
  no_header: "The first row has to name the columns, at least Name and Address.",
  empty: "There is nobody in this list below the first row.",
  nothing_good: "No row of this list can be brought in.",
  confirmed: "This list was confirmed already.",
  taken_back: "This list was taken back.",
  not_found: "That is not here, or not any more.",
};

export const importFlashes = {
  taken_back: "The list is taken back. Nobody was invited.",
};

/** The pages. */
export const importPageWords = {
  title: "Invite many",
  intro:
    "Bring people and their coming interviews as a list. You see what is understood before anybody is invited.",
  file: "A CSV file",
  fileHint: "At most 2 MB and 5,000 people.",
  fileTooLarge:
    "This file is larger than 2 MB, so it was not taken. Please choose a smaller one, or send it in parts.",
  text: "Or paste the list",
  textHint: "With the first row that names the columns. Straight from a spreadsheet is fine.",
  send: "Show what is in it",
  sending: "Reading…",
  columns: "The columns",
  columnsIntro:
    "The first row names them, in any order; only Name and Address have to be there. Another row with the same address adds an interview.",
  columnHints: {
    name: "How the person is called.",
    email: "Where the invitation goes. One person each.",
    role: "candidate, counselor or admin. Empty is candidate.",
    counselor: "The address of the counselor; candidates need one.",
    employer: "Of a coming interview. Leave all that follows empty where there is none.",
    jobTitle: "The job it is for.",
    date: "As 2026-05-07.",
    time: "As 14:30.",
    zone: "As Europe/Paris. Empty is your own.",
    format: "phone, video or on site.",
    family: "office, customer service, logistics, tech or healthcare. Empty is office.",
  } satisfies Record<ImportColumn, string>,
  earlier: "Earlier lists",
  noEarlier: "Lists that were brought in stand here, with what became of them.",
  noEarlierTitle: "No list yet",
  states: { preview: "Waits for you", running: "Runs", done: "Done", taken_back: "Taken back" },
  by: (name: string) => `by ${name}`,
  counts: (good: number, bad: number) =>
    `${good} ${good === 1 ? "row" : "rows"} good, ${bad} ${bad === 1 ? "row" : "rows"} not`,
};

/** One list: preview, progress, end. */
export const oneImportWords = {
  title: "A list of people",
  understood: (encoding: string, separator: string) =>
    `Read as ${encoding}, with ${separator} between the cells.`,
  good: (people: number, interviews: number) =>
    `${number(people, "person", "people")} to invite, ${number(interviews, "interview", "interviews")} to log.`,
  noneGood: "No row of this list can be brought in.",
  bad: (rows: number) => `${number(rows, "row", "rows")} cannot be brought in`,
  noBad: "Every row can be brought in.",
  badHint: "The others are not held up by these. Mend them in the file and bring them as another list.",
  formulas: (rows: number) =>
    `${number(rows, "row has a cell", "rows have cells")} that a spreadsheet would take for a formula. They are kept as text.`,
  nothingYet: "Nobody is invited before you confirm.",
  confirm: "Bring the good rows in, and invite everybody",
  confirming: "Starting…",
  takeBack: "Take the list back",
  line: "Line",
  column: "Column",
  why: "Why",
  caption: "Rows that cannot be brought in",
  more: "More rows",
  download: "Download these rows as CSV",
  downloadHint: "They are kept until a day after the end.",
  forgotten: "The texts of these rows are not kept any more; they were theirs for a day.",
  takenBackTexts: "The texts of these rows went with the list.",
  progress: (done: number, total: number) => `${done} of ${number(total, "row", "rows")} done`,
  running: "It runs on by itself. You can leave this page and come back.",
  refresh: "See how far it is",
  ended: (people: number, interviews: number) =>
    `${number(people, "person", "people")} invited, ${number(interviews, "interview", "interviews")} logged.`,
  takenBack: "This list was taken back, and nobody was invited.",
  another: "Bring another list",
};

function number(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
