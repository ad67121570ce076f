import type { SeedCandidate } from "../texts/candidate.ts";

export function backgroundCandidates(): SeedCandidate[] {
  return [];
}
