import { describe, expect, test } from "vitest";
import { features, offices } from "../../scripts/lint/rooms.ts";
import { homeless, modelsOf, trespasses } from "./ownership.ts";
import { files } from "./tree.ts";

const schema = files(/^prisma\/schema\/.*\.prisma$/);
const models = modelsOf(schema);

const planted = modelsOf([
  {
    path: "prisma/schema/mocks.prisma",
    text: 'model Mock {\n  id String @id\n  meta Json @default("{}")\n  mails Mail[]\n  scores Score[]\n  @@map("mocks")\n}\nmodel Score {\n  id String @id\n  mock Mock @relation(fields: [id], references: [id])\n  notes Note[]\n}\n',
  },
  { path: "prisma/schema/mail.prisma", text: 'model Mail {\n  id String @id\n  @@map("mails")\n}\n' },
  { path: "prisma/schema/reviews.prisma", text: 'model Note {\n  id String @id\n  @@map("notes")\n}\n' },
  { path: "prisma/schema/history.prisma", text: 'model Event {\n  id String @id\n  @@map("events")\n}\n' },
  { path: "prisma/schema/desk.prisma", text: "model Row {\n  id String @id\n}\n" },
]);

const refused: readonly (readonly [path: string, text: string])[] = [
  ["lib/reviews/commands.ts", "await tx.mock.create({ data: {} });"],
  ["lib/workshops/sweeps.ts", "await tx.mock.updateMany({ where: {}, data: {} });"],
  ["lib/people/commands.ts", "await tx.mock.delete({ where: { id } });"],
  ["lib/infra/queue.ts", "await db.mail.upsert({ where, create, update });"],
  ["lib/jobs/send.ts", "await db().mail.update({ where, data });"],
  ["app/api/mocks/route.ts", "await db.mock.createManyAndReturn({ data: [] });"],
  ["lib/mocks/commands.ts", "await tx.mock.create({ data: { mails: { create: [{ kind: 'booked' }] } } });"],
  [
    "lib/mocks/commands.ts",
    "await tx.mock.update({ data: { scores: { create: { notes: { deleteMany: {} } } } } });",
  ],
  ["lib/mocks/commands.ts", "await tx.$executeRaw`INSERT INTO mails (id) VALUES (${id})`;"],
  ["lib/mail/sweeps.ts", 'await tx.$queryRaw<Row[]>`update only "mocks" set a = 1 returning id`;'],
  ["lib/infra/locks.ts", "await pool.query('delete from mocks where id = $1', [id]);"],
  ["lib/mocks/commands.ts", "await tx.event.create({ data: {} });"],
];

const own: readonly (readonly [path: string, text: string])[] = [
  ["lib/mocks/commands.ts", "await tx.mock.create({ data: { scores: { create: [{ id }] } } });"],
  ["lib/mocks/commands/booking.ts", "await tx.$executeRaw`delete from mocks where id = ${id}`;"],
  [
    "lib/desk/queries.ts",
    "await db.mock.findMany({ select: { mails: { where: {}, select: { id: true } } } });",
  ],
  ["lib/desk/queries.ts", "await db.$queryRaw`select * from mocks for update`;"],
  ["lib/infra/transact.ts", "await tx.event.createMany({ data: [row] });"],
  ["lib/infra/hash.ts", "createHash('sha256').update(text); cache.mail.clear();"],
];

describe("a write to another feature's model is found", () => {
  test.each(refused)("%s: %s", (path, text) => {
    expect(trespasses({ path, text }, planted)).toHaveLength(1);
  });

  test("a model in a file that no owner has is found", () => {
    expect(homeless(planted, [...features, ...offices])).toEqual(["desk: Row"]);
  });
});

describe("an owner's write, and anybody's read, are left alone", () => {
  test.each(own)("%s: %s", (path, text) => {
    expect(trespasses({ path, text }, planted)).toEqual([]);
  });
});

test("every model has an owner, and only its owner writes it", () => {
  expect(models.size).toBe(schema.flatMap(({ text }) => text.match(/^model\s/gm) ?? []).length);
  expect(homeless(models, [...features, ...offices])).toEqual([]);
  const code = files(/^(?:lib|app|components|scripts)\/.*\.(?:tsx?|mjs)$|^[^/]+\.ts$/);
  expect(code.flatMap((file) => trespasses(file, models))).toEqual([]);
});
