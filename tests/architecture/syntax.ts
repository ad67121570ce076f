import { parseSync } from "@swc/core";
import type { HouseFile } from "./tree.ts";

/** A node of swc's tree: only its name is known here, the rest is looked at as data. */
export type Node = { readonly type: string; readonly [key: string]: unknown };

/** The tree of a TypeScript file, as swc writes it. */
export function parse({ path, text }: HouseFile): Node {
  const module = parseSync(text, { syntax: "typescript", tsx: path.endsWith("x"), target: "es2024" });
  return module as unknown as Node;
}

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** The nodes directly below: arrays and plain holders (an argument, a declarator's list) are looked through. */
export function children(node: object): Node[] {
  return Object.values(node).flatMap((value: unknown): Node[] => {
    if (isNode(value)) return [value];
    if (Array.isArray(value))
      return value.flatMap((one: unknown) => (isNode(one) ? [one] : children(Object(one))));
    return typeof value === "object" && value !== null && !("start" in value) ? children(value) : [];
  });
}

/** Every node of a tree, parents first, but nothing below a node that `skip` names. */
export function walk(node: Node, skip: (node: Node) => boolean = () => false): Node[] {
  return skip(node) ? [] : [node, ...children(node).flatMap((child) => walk(child, skip))];
}

/** What a node is called: an identifier's or a string's value, else "". */
export function nameOf(node: unknown): string {
  return isNode(node) && typeof node["value"] === "string" ? node["value"] : "";
}
