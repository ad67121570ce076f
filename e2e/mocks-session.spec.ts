import { makeMock } from "../prisma/seed/factories.ts";
import { signIn } from "./support/axe-shapes.ts";
import { closeStageDb, makeCompany } from "./support/database.ts";
import { expect, test } from "./support/test.ts";

test.afterAll(closeStageDb);

for (const script of [true, false]) {
  const how = script ? "with script" : "without script";

  test(`${how}: the desk asks for attendance; one tap sets it, one takes it back, the candidate reads nothing of it`, async ({
    arrive,
  }) => {
    const { db, now, cast, tokens } = await makeCompany();
    const who = { candidateId: cast.owner.id, counselorId: cast.assigned.id };
    const mock = await makeMock(db, { ...who, startsAt: now.subtract({ minutes: 50 }) });
    const attendanceNow = async () =>
      (await db.mock.findUniqueOrThrow({ where: { id: mock.id } })).attendance;

    const ana = await arrive({ javaScriptEnabled: script });
    await signIn(ana, tokens.assigned);
    await ana.goto("/desk");
    await ana.locator(`a[href="/calendar/mocks/${mock.id}"]`).first().click();
    await ana.getByRole("button", { name: "Candidate absent" }).click();
    await expect(ana.getByRole("button", { name: "Undo" })).toBeVisible();
    expect(await attendanceNow()).toBe("candidate_absent");
    await ana.getByRole("button", { name: "Undo" }).click();
    await ana.getByRole("button", { name: "Attended" }).click();
    await expect(ana.getByRole("button", { name: "Undo" })).toBeVisible();
    expect(await attendanceNow()).toBe("attended");
    await ana.goto("/desk");
    await expect(ana.locator(`a[href="/calendar/mocks/${mock.id}"]`)).toHaveCount(0);

    const maya = await arrive({ javaScriptEnabled: script });
    await signIn(maya, tokens.owner);
    await maya.goto(`/practice/mocks/${mock.id}`);
    await expect(maya.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(maya.getByText(/attend|absent/i)).toHaveCount(0);
  });
}
