import type { PromiseAnswer } from "#lib/infra/prisma/enums.ts";

export type KeptPromises = Readonly<Record<PromiseAnswer, number>> & {
  /** Those that came up: what `yes` is counted of. One that did not come up could not be kept. */
  readonly cameUp: number;
};

/** What became of promises, each once by its latest answer. */
export function countKept(answers: readonly PromiseAnswer[]): KeptPromises {
  const times = (wanted: PromiseAnswer) => answers.filter((answer) => answer === wanted).length;
  const [yes, partly, no] = [times("yes"), times("partly"), times("no")];
  return { yes, partly, no, did_not_come_up: times("did_not_come_up"), cameUp: yes + partly + no };
}
