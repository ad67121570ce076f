import { expect, test } from "vitest";
import { decodeForm, withFileAsText } from "#lib/web/decode.ts";

async function fileIn(data: unknown): Promise<unknown> {
  const form = await withFileAsText(data, "file");
  return form instanceof FormData ? decodeForm(form, new Set()).values : form;
}

test("a file comes as its bytes in base64, whatever they are, beside the fields as they came", async () => {
  const form = new FormData();
  form.append("key", "k");
  form.append("file", new File([Uint8Array.from([0xff, 0xfe, 0x0d, 0x00, 0x0a])], "people.csv"));
  expect(await fileIn(form)).toEqual({ key: "k", file: "//4NAAo=" });
});

test("no file is no bytes, a text in its place is none, and what is no form stays what it is", async () => {
  const form = new FormData();
  form.append("file", "typed");
  expect(await fileIn(form)).toEqual({ file: "" });
  expect(await fileIn(new FormData())).toEqual({ file: "" });
  expect(await fileIn("no form")).toBe("no form");
});
