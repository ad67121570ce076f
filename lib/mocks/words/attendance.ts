import type { MockAttendance } from "#lib/infra/prisma/enums.ts";

/** What became of a session that has started, as staff say it. */
export const attendanceChoices: Readonly<Record<MockAttendance, string>> = {
  attended: "Attended",
  late: "Came late",
  candidate_absent: "Candidate absent",
  counselor_absent: "Counselor absent",
  excused: "Excused",
  technical_problem: "Technical problem",
};

export const attendanceWords = {
  title: "Attendance",
  ask: "What became of it? Choosing writes it down.",
  hint: (candidate: string) =>
    `If one of you was absent, ${candidate} gets a kind mail with a link to book again. Nothing else follows by itself.`,
  set: (what: string, by: string, when: string) => `${what}. Set by ${by} ${when}.`,
  undo: "Undo",
  not_started: "The session has not started yet, so there is nothing to write down.",
  cancelled: "This session is cancelled.",
  already: "Somebody wrote it down in the meantime. What stands here now is how it is.",
};

export const attendanceFlashes = {
  attendance: "Written down.",
  undone: "Undone: it waits for its attendance again.",
};
