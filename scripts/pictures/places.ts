import { routes } from "../../lib/web/access.ts";

const patterns = Object.keys(routes)
  // A file to take away is no page either.
  .filter(
    (route) =>
      !route.startsWith("/api/") && !route.endsWith("/bad-rows") && route !== "/_not-found" && route !== "/",
  )
  // A named segment before one that anything fits: /interviews/new is not an interview.
  .toSorted((a, b) => depthOfNames(b) - depthOfNames(a))
  .map((route) => ({ route, form: new RegExp(`^${route.replaceAll(/\[\w+\]/g, "[^/]+")}$`) }));

function depthOfNames(route: string): number {
  return route.split("/").filter((part) => !part.startsWith("[")).length * 10 - route.split("/").length;
}

/** The pages that have pictures at all: those of the table of doors. */
export const pageRoutes: readonly string[] = patterns.map(({ route }) => route);

/** The route that an address belongs to, if it is one of our pages. */
export function routeOf(address: string): string | undefined {
  const { pathname } = new URL(address, "http://localhost");
  return patterns.find(({ form }) => form.test(pathname))?.route;
}

/**
 * What an address shows, as far as pictures go: its route, which questions it answers, and the step of a form; two
 * addresses that show the same differ in the record alone.
 */
export function placeOf(address: string): string | undefined {
  const route = routeOf(address);
  if (!route) return undefined;
  const asked = [...new URL(address, "http://localhost").searchParams].map(([name, value]) =>
    name === "step" ? value : name,
  );
  const parts = [...route.split("/").filter(Boolean), ...asked.toSorted()];
  return parts.map((part) => part.replaceAll(/[^\w-]/g, "").toLowerCase()).join("-");
}

/** How many records of one kind are worth a picture for one person: one may be waiting and the next one done. */
export function examplesOf(address: string): number {
  return routeOf(address)?.includes("[") && !address.includes("?") ? 2 : 1;
}
