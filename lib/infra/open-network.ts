import { BlockList, isIP } from "node:net";
import { refuse, ok } from "#lib/core/result.ts";
import type { Result } from "#lib/core/result.ts";

/** Ranges of addresses that are nobody's on the open network (IANA special-purpose registries). */
const inside = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  inside.addSubnet(net, bits, "ipv4");

/** Of IPv6 only what is given out: 2000::/3, without what carries another address in it or documents. */
const given = new BlockList();
given.addSubnet("2000::", 3, "ipv6");
const special = new BlockList();
for (const [net, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  special.addSubnet(net, bits, "ipv6");

/** Whether an IP address is one of the open network: not private, loopback, link-local, shared, multicast, or a way to one. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !inside.check(address, "ipv4");
  return family === 6 && given.check(address, "ipv6") && !special.check(address, "ipv6");
}

/**
 * An address of a calendar as it will be asked for: https only (`webcal:` means it), without name and password. Refuses
 * `not_https`, and `inside` for an IP address that is none of the open network, however it is written.
 */
export function readAddress(text: string): Result<URL, "not_https" | "inside"> {
  const address = text.trim().replace(/^webcals?:/i, "https:");
  if (!/^https:\/\//i.test(address) || !URL.canParse(address)) return refuse("not_https");
  const url = new URL(address);
  if (url.username !== "" || url.password !== "") return refuse("not_https");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !isPublicAddress(host)) return refuse("inside");
  if (/(?:^|\.)(?:localhost|local|internal|home\.arpa)\.?$/i.test(host)) return refuse("inside");
  return ok(url);
}
