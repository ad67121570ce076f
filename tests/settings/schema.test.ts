import { expect, test } from "vitest";
import { newId } from "#lib/infra/hash.ts";
import { changeAgencySchema, changePoliciesSchema } from "#lib/settings/schema.ts";
import { agency, policies } from "../accounts/door-forms.ts";

const troubled = (schema: typeof changeAgencySchema | typeof changePoliciesSchema, fields: object) => {
  const result = schema.safeParse({ key: newId(), ...fields });
  return result.success ? [] : [...new Set(result.error.issues.map(({ path }) => path.join(".")))];
};

test.each([
  [{}, []],
  [{ name: "" }, ["name"]],
  [{ name: "   " }, ["name"]],
  [{ name: "a".repeat(81) }, ["name"]],
  [{ name: "Line\nand line" }, ["name"]],
  [{ helpLine: "" }, []],
  [{ helpLine: "1".repeat(121) }, ["helpLine"]],
  [{ timeZone: "Europe/Atlantis" }, ["timeZone"]],
  [{ timeZone: "+05:45" }, ["timeZone"]],
  [{ timeZone: "" }, ["timeZone"]],
  [{ timeZone: "Asia/Kathmandu" }, []],
  [{ locale: "de-DE" }, ["locale"]],
  [{ locale: "__proto__" }, ["locale"]],
  [{ accent: "#ff0000" }, ["accent"]],
  [{ replyTo: "hello@agency.example" }, []],
  [{ replyTo: "hello" }, ["replyTo"]],
  [{ replyTo: "a@b, c@d" }, ["replyTo"]],
  [{ replyTo: "a@b\r\nBcc: c@d" }, ["replyTo"]],
  [{ replyTo: '"x" <a@b>' }, ["replyTo"]],
  [{ version: "-1" }, ["version"]],
  [{ other: "1" }, [""]],
])("of the agency, %j: %j", (change, expected) => {
  expect(troubled(changeAgencySchema, { ...agency, ...change })).toEqual(expected);
});

test.each([
  [{}, []],
  ...["noticeHours", "freeHours", "openLimit", "feedbackDays", "retentionMonths"].flatMap((field) =>
    ["0", "-1", "1000000000", "1.5", "1e2", "", " ", "١٢", "NaN"].map(
      (value) => [{ [field]: value }, [field]] as [object, string[]],
    ),
  ),
  [{ noticeHours: "168", freeHours: "1", openLimit: "10", feedbackDays: "60", retentionMonths: "6" }, []],
  [{ noticeHours: "169", openLimit: "11" }, ["noticeHours", "openLimit"]],
  [{ quietFrom: "24:00" }, ["quietFrom"]],
  [{ quietFrom: "9:00" }, ["quietFrom"]],
  [{ quietUntil: "evening" }, ["quietUntil"]],
  [{ staffSecondFactor: "yes" }, ["staffSecondFactor"]],
])("of the policies, %j: %j", (change, expected) => {
  expect(troubled(changePoliciesSchema, { ...policies, ...change })).toEqual(expected);
});
