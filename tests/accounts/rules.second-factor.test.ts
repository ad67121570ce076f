import fc from "fast-check";
import { Secret, TOTP } from "otpauth";
import { describe, expect, test } from "vitest";
import { isUnverified, plainRecoveryCode, recoveryCodeFrom } from "#lib/accounts/rules/second-factor.ts";
import { appAddress, secretFrom, stepOf } from "#lib/infra/totp.ts";

const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1_000);
const codeOf = (seconds: number, of = secret) =>
  TOTP.generate({ secret: Secret.fromBase32(of), digits: 6, timestamp: seconds * 1_000 });

// RFC 6238, appendix B, the last six of its eight digits.
test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
])("at %d seconds the code of the standard's example is %s", (seconds, code) => {
  expect(stepOf({ secret, code, lastStep: 0 }, at(seconds))).toBe(Math.floor(seconds / 30));
});

describe("a code", () => {
  const time = fc.integer({ min: 1_000_000_000, max: 4_000_000_000 });

  test("counts in its own step and the one before and after; in no other, but by the chance of one in a million", () => {
    fc.assert(
      fc.property(time, fc.integer({ min: -1, max: 1 }), (seconds, by) => {
        const step = Math.floor(seconds / 30) + by;
        return stepOf({ secret, code: codeOf(step * 30), lastStep: 0 }, at(seconds)) === step;
      }),
    );
    for (const by of [-2, 2, 20, -2_880])
      expect(stepOf({ secret, code: codeOf(2_000_000_000 + by * 30), lastStep: 0 }, at(2_000_000_000))).toBe(
        null,
      );
  });

  test("is never accepted at or before the step that was accepted last", () => {
    fc.assert(
      fc.property(
        time,
        fc.integer({ min: -1, max: 1 }),
        fc.integer({ min: 0, max: 3 }),
        (seconds, by, since) => {
          const step = Math.floor(seconds / 30) + by;
          return stepOf({ secret, code: codeOf(step * 30), lastStep: step + since }, at(seconds)) === null;
        },
      ),
    );
  });

  test.each(["", "12345", "1234567", "abcdef", "28708２", " 287082", "-28708"])("is not %j", (code) => {
    expect(stepOf({ secret, code, lastStep: 0 }, at(59))).toBe(null);
  });
});

test("only staff, only where it is asked of them, and only until they have passed", () => {
  const asked = (role: "candidate" | "counselor" | "admin", passed: boolean, isAsked: boolean) =>
    isUnverified({ role, passed }, isAsked);
  expect(asked("counselor", false, true)).toBe(true);
  expect(asked("admin", false, true)).toBe(true);
  expect(asked("candidate", false, true)).toBe(false);
  expect(asked("admin", true, true)).toBe(false);
  expect(asked("admin", false, false)).toBe(false);
});

test("a recovery code is known again however it is typed, and nothing else is one", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 24, maxLength: 24 }), (bytes) => {
      const shown = recoveryCodeFrom(bytes);
      const plain = plainRecoveryCode(shown);
      expect(shown).toMatch(/^[A-Z2-9]{4}(-[A-Z2-9]{4}){5}$/);
      expect(plain).toHaveLength(24);
      expect(plainRecoveryCode(` ${shown.toLowerCase().replaceAll("-", " ")} `)).toBe(plain);
    }),
  );
  for (const typed of [
    "",
    "123456",
    "A".repeat(23),
    "A".repeat(25),
    `${"A".repeat(23)}1`,
    `${"A".repeat(23)}O`,
  ])
    expect(plainRecoveryCode(typed)).toBe(null);
});

test("the app reads 160 bits, and names that cannot be taken for one another", () => {
  const made = secretFrom(new Uint8Array(32).fill(7));
  expect(Secret.fromBase32(made).bytes).toHaveLength(20);
  const address = new URL(appAddress({ agency: "A: B&C", email: "ana@example.org", secret: made }));
  expect(address.protocol).toBe("otpauth:");
  expect(address.searchParams.get("secret")).toBe(made);
  expect(address.searchParams.get("issuer")).toBe("A  B&C");
  expect(decodeURIComponent(address.pathname)).toContain("A  B&C:ana@example.org");
});
