import { expect, test, vi } from "vitest";
import { commandsDb } from "#lib/infra/db.ts";
import { newId } from "#lib/infra/hash.ts";
import { askForHelpAction, confirmHelpAction } from "#lib/people/actions/help.ts";
import { helpWords } from "#lib/people/words/help.ts";
import { makeCounselor } from "../../prisma/seed/factories.ts";
import { browse, send } from "../support/request.ts";
import { tokenOf } from "./asked.ts";

vi.mock("next/headers", async () => (await import("../support/request.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("next/server", async (original) => ({ ...(await original<object>()), after: () => undefined }));

const form = (email: string) => ({
  key: newId(),
  name: "Nia",
  email,
  about: "interview",
  happened: "They asked about the gap.",
  consent: "yes",
});
const ask = (email: string) => send(askForHelpAction, form(email));
const sent = { to: "/help?done=asked" };

test("known and unknown addresses are answered alike, also beyond the limit", async () => {
  const { email: known } = await makeCounselor(commandsDb());
  for (const email of [known, `${newId()}@example.org`]) {
    browse({ network: newId() });
    for (let each = 0; each < 10; each += 1) expect(await ask(email)).toEqual(sent);
    expect(await ask(email.toUpperCase())).toMatchObject({ message: helpWords.too_many });
  }
});

test("one network asks thirty times an hour, whatever the addresses", async () => {
  browse({ network: newId() });
  for (let each = 0; each < 30; each += 1) expect(await ask(`${newId()}@example.org`)).toEqual(sent);
  expect(await ask(`${newId()}@example.org`)).toMatchObject({ refusal: "too_many" });
});

test("confirming leads back to the same page; a secret is never given back", async () => {
  browse({ network: newId() });
  const { key: request, ...rest } = form(`${newId()}@example.org`);
  await send(askForHelpAction, { key: request, ...rest });
  const token = tokenOf(request);
  const other = await send(confirmHelpAction, { key: newId(), request, token: "a guess" });
  expect(other).toMatchObject({ message: helpWords.not_valid, values: { request } });
  expect(JSON.stringify(other)).not.toContain("a guess");
  expect(await send(confirmHelpAction, { key: newId(), request, token })).toEqual({
    to: `/help/${request}/${token}?done=confirmed`,
  });
});
