import { dateOf } from "#lib/infra/db.ts";
import { newId, sha256 } from "#lib/infra/hash.ts";
import { ahead } from "../../tests/accounts/things.ts";
import {
  makeCoachingNote,
  makeInterview,
  makeMock,
  makePlanAction,
  makePostMortem,
  makeSession,
} from "../../prisma/seed/factories.ts";
import type { Company } from "./database.ts";
import { Marks } from "./marks.ts";
import { plantHelp } from "./planted-help.ts";
import { plantList } from "./planted-list.ts";
import { plantWorkshop } from "./planted-workshop.ts";
import type { Canary, Side } from "./marks.ts";

/** Fills every private text of one side with a marker of its own. */
export async function plant(
  company: Company,
  side: Side,
): Promise<{ canaries: Canary[]; addresses: string[] }> {
  const marks = new Marks(side);
  await markPeople(company, side, marks);
  const written = await plantInterview(company, side, marks, "shared");
  const own = await plantInterview(company, side, marks, "only_me");
  const begun = await plantInterview(company, side, marks, "draft");
  const mock = await plantBooking(company, side, marks, written.postMortem);
  await plantSecrets(company, side, marks);
  const lists = [...(await plantList(company, marks)), ...(await plantWorkshop(company, side, marks))];
  lists.push(...(await plantHelp(company, marks)));
  const interviews = [written, own, begun].flatMap(({ interview }) =>
    ["", "/outcome", "/correct", "/post-mortem"].map((page) => `/interviews/${interview}${page}`),
  );
  const { id: candidate } = company.cast[side.candidate];
  const rest = [
    `/candidates/${candidate}`,
    `/candidates/${candidate}/interviews/new`,
    `/calendar/book?candidate=${candidate}`,
  ];
  const mocks = ["/practice/mocks/", "/calendar/mocks/"].flatMap((place) => [
    `${place}${mock}`,
    `${place}${mock}/move`,
  ]);
  const reviews = [written, own, begun].map(({ postMortem }) => `/desk/post-mortems/${postMortem}`);
  return {
    canaries: marks.all,
    addresses: [
      ...interviews,
      ...mocks,
      ...reviews,
      ...rest,
      ...lists,
      `/invitations/${candidate}`,
      `/interviews/new?application=${written.application}`,
      "/interviews/new?kept=1",
    ],
  };
}

async function markPeople(
  { db, now, cast, tokens }: Company,
  { candidate, counselor }: Side,
  marks: Marks,
): Promise<void> {
  const name = marks.of("the candidate's name", "candidate", "counselor", "admin");
  // Counselors are found by admins; a candidate knows their own counselor by name.
  const theirs = marks.of("the counselor's name", "candidate", "colleagues");
  const email = `${marks.of("the candidate's address", "candidate", "counselor", "admin")}@example.org`;
  const counselorEmail = `${marks.of("the counselor's address", "candidate", "colleagues")}@example.org`;
  await db.person.update({ where: { id: cast[candidate].id }, data: { name } });
  await db.person.update({ where: { id: cast[counselor].id }, data: { name: theirs } });
  for (const [actor, address] of [
    [candidate, email],
    [counselor, counselorEmail],
  ] as const) {
    const { id } = await db.person.update({ where: { id: cast[actor].id }, data: { email: address } });
    // Another address ends every session (I12).
    tokens[actor] = (await makeSession(db, id, now)).token;
  }
}

type Kind = "shared" | "only_me" | "draft";

async function plantInterview(company: Company, { candidate, counselor }: Side, marks: Marks, kind: Kind) {
  const { db, now, cast } = company;
  const [candidateId, authorId] = [cast[candidate].id, cast[counselor].id];
  const employer = marks.of(`employer (${kind})`, "candidate", "counselor", "admin");
  const employerId = newId();
  await db.employer.create({ data: { id: employerId, name: employer, nameKey: employer } });
  await db.contact.create({
    data: {
      id: newId(),
      employerId,
      name: marks.of("contact's name", "candidate", "counselor", "admin"),
      phone: marks.of("contact's phone", "candidate", "counselor", "admin"),
      email: `${marks.of("contact's address", "candidate", "counselor", "admin")}@example.org`,
    },
  });
  const jobTitle = marks.of(`job title (${kind})`, "candidate", "counselor", "admin");
  const startsAt = now.subtract({ hours: kind === "shared" ? 50 : 80 });
  const interview = await makeInterview(db, { candidateId, startsAt, application: { employerId, jobTitle } });
  const readers = kind === "shared" ? (["candidate", "counselor"] as const) : (["candidate"] as const);
  const finish =
    kind === "draft"
      ? {}
      : {
          finishedAt: dateOf(now.subtract({ hours: 24 })),
          surprise: marks.of(`surprise (${kind})`, ...readers),
          workedWell: marks.of(`what worked (${kind})`, ...readers),
          feedbackWords: marks.of(`the employer's words (${kind})`, ...readers),
          feedbackFrom: marks.of(`who said them (${kind})`, ...readers),
          keepLine: marks.of(`line that was kept (${kind})`, ...readers),
          sharing: kind === "shared" ? ("my_counselor" as const) : ("only_me" as const),
          mood: "low" as const,
          signals: ["surprise" as const],
        };
  const postMortem = await makePostMortem(db, interview, startsAt, finish);
  const at = dateOf(now.subtract({ hours: 25 }));
  const answer = (field: string, value: string) => ({
    id: newId(),
    postMortemId: postMortem.id,
    field,
    value,
    writtenAt: at,
    writtenById: candidateId,
  });
  await db.postMortemAnswer.createMany({
    data: [
      answer("mood", "low"),
      answer("signals", "surprise"),
      answer("surprise", marks.of(`answer (${kind})`, ...readers)),
    ],
  });
  if (kind === "draft")
    return { application: interview.applicationId, interview: interview.id, postMortem: postMortem.id };
  await db.askedQuestion.create({
    data: {
      id: newId(),
      postMortemId: postMortem.id,
      position: 1,
      text: marks.of(`question (${kind})`, ...readers),
      rating: "rough",
    },
  });
  if (kind === "shared") {
    // The counselor has not chosen yet: causes and promise are the candidate's alone (I22).
    await db.opinion.create({
      data: {
        id: newId(),
        postMortemId: postMortem.id,
        authorId: candidateId,
        side: "candidate",
        primary: "NERVES",
        chosenAt: at,
      },
    });
    await db.promise.create({
      data: {
        id: newId(),
        candidateId,
        postMortemId: postMortem.id,
        ifText: marks.of("promise, if (blind)", "candidate"),
        thenText: marks.of("promise, then (blind)", "candidate"),
        madeAt: at,
      },
    });
    const text = marks.of("plan action (blind)", "candidate");
    await makePlanAction(db, postMortem, now.subtract({ hours: 25 }), { text });
    const why = marks.of("why an action is not done (blind)", "candidate");
    const aside = { position: 2, endedAs: "not_doing", endedAt: at, endedById: candidateId, why } as const;
    await makePlanAction(db, postMortem, now.subtract({ hours: 25 }), aside);
    const note = await makeCoachingNote(db, {
      postMortem,
      authorId,
      body: marks.of("coaching note", ...readers),
      at: now,
    });
    await db.noteReply.create({
      data: {
        id: newId(),
        noteId: note.id,
        candidateId,
        authorId: candidateId,
        body: marks.of("answer to the note", ...readers),
        writtenAt: at,
      },
    });
  }
  const internal = (body: string, about: string | null) => ({
    id: newId(),
    candidateId,
    postMortemId: about,
    authorId,
    body,
    writtenAt: at,
  });
  if (kind === "shared")
    await db.internalNote.createMany({
      data: [
        internal(marks.of("internal note on a post-mortem", "counselor"), postMortem.id),
        internal(marks.of("internal note on a candidate", "counselor", "admin"), null),
      ],
    });
  return { application: interview.applicationId, interview: interview.id, postMortem: postMortem.id };
}

async function plantBooking(
  company: Company,
  { candidate, counselor }: Side,
  marks: Marks,
  postMortemId: string,
): Promise<string> {
  const { db, cast } = company;
  const place = marks.of("place of a session", "candidate", "counselor", "admin");
  const focus = marks.of("focus of a session", "candidate", "counselor", "admin");
  await db.availabilitySettings.update({
    where: { counselorId: cast[counselor].id },
    data: { place: marks.of("place of a counselor", "candidate", "counselor", "admin") },
  });
  const ids = { candidateId: cast[candidate].id, counselorId: cast[counselor].id };
  return (await makeMock(db, { ...ids, startsAt: ahead(company, 0) }, { place, focus, postMortemId })).id;
}

/** What must reach nobody's screen: tokens and hashes; and what is one person's own. */
async function plantSecrets(
  { db, now, cast, tokens }: Company,
  { candidate, counselor }: Side,
  marks: Marks,
): Promise<void> {
  for (const actor of [candidate, counselor]) {
    marks.secret(tokens[actor] ?? "", "session token");
    marks.secret(sha256(tokens[actor] ?? ""), "hash of a session token");
  }
  const { id: personId } = cast[candidate];
  await db.signInSession.updateMany({
    where: { personId },
    data: { device: marks.of("device", "candidate") },
  });
  const [tokenHash, codeHash] = [sha256(newId()), sha256(newId())];
  marks.secret(tokenHash, "hash of a sign-in token");
  marks.secret(codeHash, "hash of a sign-in code");
  const times = { createdAt: dateOf(now), expiresAt: dateOf(now.add({ minutes: 10 })) };
  await db.signInRequest.create({ data: { id: newId(), personId, tokenHash, codeHash, ...times } });
  const values = { employer: marks.of("kept form", "candidate"), form: "logInterviewAction" };
  await db.keptForm.create({
    data: { id: newId(), personId, path: "/interviews/new", values, keptAt: dateOf(now) },
  });
}
