import { expect, test } from "vitest";
import { isPublicAddress, readAddress } from "#lib/infra/open-network.ts";

test.each([
  ["8.8.8.8", true],
  ["2a00:1450:4001:82a::200e", true],
  ["10.1.2.3", false],
  ["127.0.0.1", false],
  ["0.0.0.0", false],
  ["100.64.0.1", false],
  ["169.254.169.254", false],
  ["172.31.255.255", false],
  ["172.32.0.1", true],
  ["192.168.1.1", false],
  ["198.19.0.1", false],
  ["224.0.0.1", false],
  ["255.255.255.255", false],
  ["::", false],
  ["::1", false],
  ["::ffff:127.0.0.1", false],
  ["::ffff:8.8.8.8", false],
  ["64:ff9b::7f00:1", false],
  ["2002:7f00:1::", false],
  ["2001:db8::1", false],
  ["fc00::1", false],
  ["fe80::1", false],
  ["ff02::1", false],
  ["calendar.example", false],
])("%s is of the open network: %s", (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});

test.each([
  ["https://calendar.example/a.ics", "ok"],
  [" webcal://calendar.example/a.ics ", "ok"],
  ["http://calendar.example/a.ics", "not_https"],
  ["ftp://calendar.example/a.ics", "not_https"],
  ["file:///etc/passwd", "not_https"],
  ["https://ana:secret@calendar.example/a.ics", "not_https"],
  ["https://", "not_https"],
  ["https://127.0.0.1/", "inside"],
  ["https://2130706433/", "inside"],
  ["https://0x7f.1/", "inside"],
  ["https://0177.0.0.1/", "inside"],
  ["https://[::1]/", "inside"],
  ["https://[::ffff:10.0.0.1]/", "inside"],
  ["https://localhost/", "inside"],
  ["https://portal.internal/", "inside"],
  ["https://8.8.8.8/a.ics", "ok"],
])("%s: %s", (text, expected) => {
  const read = readAddress(text);
  expect(read.ok ? "ok" : read.refusal).toBe(expected);
});
