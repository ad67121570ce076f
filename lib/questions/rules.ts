import type { QuestionTag } from "#lib/causes/words/because.ts";
import type { RoleFamily } from "#lib/infra/prisma/enums.ts";
import { commonQuestions, familyQuestions, type BankQuestion } from "./words.ts";

/** The bank for one role family: the common questions, then the six of the family. */
export function bankFor(roleFamily: RoleFamily): readonly BankQuestion[] {
  return [...commonQuestions, ...familyQuestions[roleFamily]];
}

/** What the bank says a question is about; nothing for a typed one or an id that the bank does not know. */
export function tagsOf(bankId: string | null | undefined): readonly QuestionTag[] {
  return allQuestions.get(bankId ?? "")?.tags ?? [];
}

const allQuestions = new Map(
  [...commonQuestions, ...Object.values(familyQuestions).flat()].map((question) => [question.id, question]),
);
