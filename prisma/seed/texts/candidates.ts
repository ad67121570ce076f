import type { SeedCandidate } from "./candidate.ts";
import { daniel } from "./candidates/daniel.ts";
import { grace } from "./candidates/grace.ts";
import { hannah } from "./candidates/hannah.ts";
import { luis } from "./candidates/luis.ts";
import { maya } from "./candidates/maya.ts";
import { nia } from "./candidates/nia.ts";
import { priya } from "./candidates/priya.ts";
import { tomasz } from "./candidates/tomasz.ts";

/** The eight people written by hand, one for each state of the loop. */
export const candidates: readonly SeedCandidate[] = [nia, maya, daniel, priya, tomasz, grace, luis, hannah];
