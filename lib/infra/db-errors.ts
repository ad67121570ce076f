/**
 * The one file that reads the shapes in which Prisma and its adapter report database errors.
 * Measured with 7.10: unique violations are P2002 with the constraint's name under
 * `meta.driverAdapterError.cause.constraint.index`; others carry `cause.originalCode` (P2039 is any other error of a model query), and a
 * serialisation failure at COMMIT is a bare DriverAdapterError. `cause.detail` holds row values: never log it.
 */
export type DbTrouble =
  | { kind: "constraint"; name: string }
  | { kind: "retry" }
  | { kind: "busy" }
  | { kind: "unavailable" }
  | { kind: "bad_input" }
  | { kind: "unknown" };

type Cause = {
  originalCode?: string;
  originalMessage?: string;
  kind?: string;
  constraint?: { index?: string; fields?: string[]; foreignKey?: object };
};

const retryable = new Set(["40001", "40P01"]);
const busy = new Set(["55P03", "57014"]);
const constraints = new Set(["23505", "23P01", "23514", "23503", "23502"]);

export function readDbTrouble(error: unknown): DbTrouble {
  const cause = causeOf(error);
  const prismaCode = textAt(error, "code");
  const state = cause?.originalCode ?? "";
  if (retryable.has(state) || prismaCode === "P2034") return { kind: "retry" };
  if (busy.has(state) || prismaCode === "P2028" || prismaCode === "P2024") return { kind: "busy" };
  if (/timeout exceeded when trying to connect/i.test(textAt(error, "message") ?? ""))
    return { kind: "busy" };
  if (constraints.has(state) || prismaCode === "P2002" || prismaCode === "P2003") {
    return { kind: "constraint", name: constraintName(cause) };
  }
  if (state.startsWith("22")) return { kind: "bad_input" };
  if (
    state.startsWith("08") ||
    state === "57P01" ||
    state === "53300" ||
    prismaCode === "P1001" ||
    prismaCode === "P1017"
  ) {
    return { kind: "unavailable" };
  }
  // What pg throws for a connection that was killed under a transaction passes the adapter as it is, without a code.
  if (/^Connection terminated|connection error and is not queryable/.test(textAt(error, "message") ?? ""))
    return { kind: "unavailable" };
  return { kind: "unknown" };
}

function constraintName(cause: Cause | undefined): string {
  if (cause?.constraint?.index) return cause.constraint.index;
  const named = /constraint "([^"]+)"/.exec(cause?.originalMessage ?? "");
  return named?.[1] ?? cause?.constraint?.fields?.join("_") ?? "";
}

function causeOf(error: unknown): Cause | undefined {
  const meta = at(error, "meta");
  const adapterError = at(meta, "driverAdapterError") ?? error;
  const cause = at(adapterError, "cause");
  return typeof cause === "object" && cause !== null ? cause : undefined;
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && key in value
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function textAt(value: unknown, key: string): string | undefined {
  const found = at(value, key);
  return typeof found === "string" ? found : undefined;
}
