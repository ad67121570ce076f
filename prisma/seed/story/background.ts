import { usualMinutes } from "#lib/interviews/rules.ts";
import type { InterviewFormat, Outcome, OutcomeReason, RoleFamily } from "#lib/infra/prisma/enums.ts";
import type { EmployerKey } from "../texts/agency.ts";
import { backgroundPeople, jobTitles } from "../texts/background.ts";
import type { SeedApplication, SeedCandidate, SeedInterview } from "../texts/candidate.ts";
import { postMortemOf } from "./background-post-mortems.ts";
import type { Habits } from "./background-post-mortems.ts";
import { chanceOf } from "./chance.ts";
import type { Chance } from "./chance.ts";

/** Of the people in the background: post-mortems, out of 150 interviews. */
const postMortemCount = 90;

/** Where people of a family apply; Larkfield has most jobs for carers, Cobalt none. */
const employersOf: Record<RoleFamily, readonly EmployerKey[]> = {
  office_admin: ["brightdale", "kestrel", "larkfield", "cobalt", "portway"],
  customer_service: ["brightdale", "cobalt", "portway", "larkfield"],
  logistics_warehouse: ["kestrel", "portway"],
  tech: ["cobalt", "brightdale", "kestrel", "larkfield"],
  healthcare: ["larkfield"],
};

/** Working days from today on which somebody had interviews; never today itself. */
type Plan = {
  readonly person: (typeof backgroundPeople)[number];
  readonly chance: Chance;
  readonly habits: Habits;
  readonly days: readonly number[];
};

/** One round, with its interview's day and how it ended. */
type Round = {
  readonly day: number;
  readonly outcome: Outcome;
  readonly heard: SeedInterview["heard"];
  readonly key: string;
};

/** Forty people over six months with 150 interviews, 90 of them with a post-mortem. */
export function backgroundCandidates(): SeedCandidate[] {
  const planned = backgroundPeople
    .map((person, index) => planOf(person, index))
    .map((plan) => ({ plan, rounds: roundsOf(plan) }));
  const over = planned
    .flatMap(({ rounds }) => rounds)
    .filter(({ day, outcome }) => day < 0 && outcome !== "withdrawn");
  const withPostMortem = new Set(
    chanceOf("post-mortems")
      .shuffled(over.map(({ key }) => key))
      .slice(0, postMortemCount),
  );
  return planned.map(({ plan, rounds }) => candidateOf(plan, rounds, withPostMortem));
}

function planOf(person: Plan["person"], index: number): Plan {
  const chance = chanceOf(`background/${person.name}`);
  const isInEurope = person.timeZone.startsWith("Europe/");
  const family = chance.weighted<RoleFamily>({
    office_admin: 3,
    customer_service: 3,
    logistics_warehouse: isInEurope ? 0 : 3,
    tech: isInEurope ? 4 : 2,
    healthcare: isInEurope ? 0 : 2,
  });
  const habits: Habits = {
    family,
    cause: chance.weighted({
      NERVES: 4,
      NO_EXAMPLES: 4,
      EMPLOYER_PREP: 3,
      RAMBLED: 3,
      NO_ANSWER: 3,
      PITCH: 2,
      CLOSING: 2,
      HISTORY: 2,
      SKILL_GAP: 1,
      DISPOSITION: 1,
    }),
    sharing: chance.weighted({ my_counselor: 14, agency: 4, only_me: 2 }),
  };
  // Thirty people with four interviews and ten with three; the last one is still to come, was these days, or weeks ago.
  const count = index % 4 === 0 ? 3 : 4;
  const last = [chance.between(1, 9), -chance.between(1, 4), -chance.between(5, 24)][index % 3] ?? -1;
  const first = -chance.between(80, 124);
  const step = (last - first) / (count - 1);
  const days = Array.from({ length: count }, (_, at) => {
    const day = at === count - 1 ? last : Math.round(first + step * at + chance.between(-3, 3));
    return day === 0 ? 1 : day;
  });
  return { person, chance, habits, days };
}

/** The interviews in their order. After a next round the following one comes within days, in the same application. */
function roundsOf({ person, chance, days }: Plan): Round[] {
  const rounds: Round[] = [];
  let earliest: number | null = null;
  for (const [at, planned] of days.entries()) {
    const day: number = notToday(earliest === null ? planned : Math.min(planned, earliest));
    const isLast = at === days.length - 1;
    const outcome = chance.weighted<Outcome>({
      rejected: 55,
      next_round: isLast ? 0 : 20,
      no_reply: 14,
      withdrawn: 4,
      offer: isLast ? 20 : 0,
    });
    const heardDay = day + (outcome === "no_reply" ? chance.between(10, 14) : chance.between(0, 6));
    const isKnown = day < 0 && heardDay < 0;
    const heard = isKnown
      ? { workingDay: heardDay, at: chance.pick(["16:55", "17:10", "17:30"]) }
      : undefined;
    rounds.push({ day, outcome: isKnown ? outcome : "waiting", heard, key: `${person.name}/${at}` });
    earliest = isKnown && outcome === "next_round" ? notToday(heardDay + chance.between(2, 5)) : null;
  }
  return rounds;
}

function notToday(day: number): number {
  return day === 0 ? 1 : day;
}

function candidateOf(
  plan: Plan,
  rounds: readonly Round[],
  withPostMortem: ReadonlySet<string>,
): SeedCandidate {
  const { person, chance, habits } = plan;
  const titles = chance.shuffled(jobTitles[habits.family]);
  const isInEurope = person.timeZone.startsWith("Europe/");
  const applications: SeedApplication[] = [];
  let isNextRound = false;
  for (const round of rounds) {
    const interview = interviewOf(plan, round, {
      isNextRound,
      isInEurope,
      hasPostMortem: withPostMortem.has(round.key),
    });
    const current = applications.at(-1);
    if (isNextRound && current)
      applications[applications.length - 1] = { ...current, interviews: [...current.interviews, interview] };
    else {
      const employer = chance.pick(employersOf[habits.family]);
      applications.push({
        employer,
        jobTitle: titles[applications.length % titles.length] ?? "Office administrator",
        roleFamily: habits.family,
        source: employer === "portway" || chance.is(0.25) ? "own" : "agency",
        loggedWorkingDay: round.day - chance.between(3, 6) - (round.day > 0 ? round.day : 0),
        interviews: [interview],
      });
    }
    isNextRound = round.outcome === "next_round";
  }
  return {
    key: emailName(person.name),
    name: person.name,
    email: `${emailName(person.name)}@example.org`,
    timeZone: person.timeZone,
    counselor: person.counselor,
    shows: "",
    invitedWorkingDay: (rounds[0]?.day ?? 0) - 10,
    applications,
    mocks: [],
  };
}

type About = { isNextRound: boolean; isInEurope: boolean; hasPostMortem: boolean };

function interviewOf({ chance, habits }: Plan, round: Round, about: About): SeedInterview {
  const format = chance.weighted<InterviewFormat>({
    phone: about.isNextRound ? 0 : 3,
    video: 4,
    on_site: about.isInEurope ? 0 : 4,
  });
  const at = chance.pick(["09:00", "09:30", "10:00", "10:30", "11:00", "13:00", "13:30", "14:00"]);
  const { outcome, heard, day } = round;
  const reason = chance.weighted<OutcomeReason>({
    stronger_candidate: 7,
    none_given: 8,
    a_requirement: 3,
    role_stopped: 2,
  });
  const interview = {
    when: { workingDay: day, at },
    format,
    outcome,
    ...(outcome === "rejected" ? { outcomeReason: reason } : {}),
    ...(heard ? { heard } : {}),
  };
  if (!about.hasPostMortem) return interview;
  const endsAtMinute = Number(at.slice(0, 2)) * 60 + Number(at.slice(3)) + usualMinutes[format];
  return { ...interview, postMortem: postMortemOf(chance, habits, interview, { day, endsAtMinute }) };
}

/** `goncalo.pinto` of "Gonçalo Pinto". */
function emailName(name: string): string {
  return name
    .normalize("NFD")
    .replaceAll(/[^A-Za-z ]/gu, "")
    .toLowerCase()
    .replaceAll(" ", ".");
}
