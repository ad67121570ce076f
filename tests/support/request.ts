import type { FormState } from "#lib/web/form-state.ts";

/** What one request sends; every test that calls an action says it first. */
type Sent = { token?: string | null; path?: string; network?: string; headers?: Record<string, string> };

const ours = {
  "sec-fetch-site": "same-origin",
  "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0",
};
let sent = new Headers(ours);
let jar = new Map<string, string>();

/** From here on, actions are called by this request. */
export function browse({ token = null, path = "/", network = "192.0.2.1", headers = ours }: Sent): void {
  jar = new Map(token === null ? [] : [["debrief", token]]);
  sent = new Headers({ ...headers, "x-debrief-path": path, "x-forwarded-for": network });
  if (token !== null) sent.set("cookie", `debrief=${token}`);
}

/** What the browser's cookie holds after the last answer. */
export function cookieNow(): string | undefined {
  return jar.get("debrief") || undefined;
}

/** For `vi.mock("next/headers", …)`: the framework's own reading of the request of `browse`. */
export const nextHeaders = {
  headers: () => Promise.resolve(sent),
  cookies: () =>
    Promise.resolve({
      get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
      set: (name: string, value: string) => void jar.set(name, value),
    }),
};

type FormAction = (previous: FormState, data: FormData) => Promise<FormState>;
export type Fields = Readonly<Record<string, string | readonly string[] | File>>;

/** What came back: where the browser is sent, or the state that the form shows. */
export type Came =
  | { to: string }
  | {
      refusal: string | null;
      message: string | null;
      errors: FormState["errors"];
      values: FormState["values"];
    };

const empty: FormState = { key: "", values: {}, errors: {}, message: null, refusal: null };

/** Sends a form to an action, as the request of `browse`. */
export async function send(action: FormAction, fields: Fields): Promise<Came> {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) data.append(name, one);
  try {
    const { key: _, ...state } = await action(empty, data);
    return state;
  } catch (error) {
    return { to: redirectOf(error) };
  }
}

/** The address inside the error by which Next redirects; any other error is thrown on. */
function redirectOf(error: unknown): string {
  const digest = typeof error === "object" && error !== null && "digest" in error ? String(error.digest) : "";
  const [kind, , address = ""] = digest.split(";");
  if (kind !== "NEXT_REDIRECT") throw error;
  return address;
}

/** The same answer with these ids taken out, so that answers about different things can be compared. */
export function without(came: Came, ids: readonly string[]): Came {
  let text = JSON.stringify(came);
  for (const id of ids) text = text.replaceAll(id, "#");
  return JSON.parse(text) as Came;
}
