/** What the guard reads of a request. */
export type Origins = { method: string; secFetchSite: string | null; origin: string | null; ours: string };

/**
 * May this request change something? Server actions run upstream when `Origin` is missing, so this is our own:
 * `Sec-Fetch-Site: same-origin`, else an `Origin` equal to ours, else no (quality.md, "Who gets in").
 */
export function comesFromUs({ secFetchSite, origin, ours }: Origins): boolean {
  if (secFetchSite !== null) return secFetchSite === "same-origin";
  return origin === ours;
}

/** Methods by which nothing may change. */
export function isReading(method: string): boolean {
  return method === "GET" || method === "HEAD" || method === "OPTIONS";
}

/**
 * A path of our own to go to after signing in, or null: no scheme, no host, no backslash, no control character.
 * `//host` and `/\host` leave the site in some browsers.
 */
export function ownPath(value: string | null | undefined): string | null {
  if (!value || value.length > 500 || !value.startsWith("/")) return null;
  if (/^\/[/\\]/.test(value) || /[\\\u0000-\u001f\u007f]/.test(value)) return null;
  const url = new URL(value, "http://own.invalid");
  const path = url.pathname + url.search;
  // Tested again as it is returned: `/.//elsewhere` becomes `//elsewhere` on the way.
  return url.host === "own.invalid" && !/^\/[/\\]/.test(path) ? path : null;
}
