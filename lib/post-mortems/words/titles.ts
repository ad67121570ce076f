import { callScreenWords, newsScreenWords } from "./news.ts";
import { screenWords, stepWords } from "./steps.ts";

/** What each screen asks, and a line under it where one helps. */
export const titles = { ...stepWords, ...screenWords, ...newsScreenWords, ...callScreenWords };
