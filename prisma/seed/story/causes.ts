import { TAXONOMY } from "#lib/causes/rules/taxonomy.ts";
import { firstActions } from "#lib/causes/words/first-actions.ts";
import { firstGuides } from "#lib/causes/words/first-guides.ts";
import { firstTaxonomy } from "#lib/causes/words/first-taxonomy.ts";
import type { Change } from "#lib/causes/rules/editing.ts";
import { addMinutes } from "#lib/core/time.ts";
import { dateOf } from "#lib/infra/db.ts";
import { staffNamed } from "./people.ts";
import type { Story } from "./people.ts";
import { addCauseChanges } from "./settings.ts";

/** How long ago the change was made: after every post-mortem of the story began, so that all of them keep version 1. */
const minutesAgo = 10;
/** Days until a mock on structure is due, from then on. */
const mockDays = 10;

/** Version 2 of the taxonomy: the admin has found that two weeks until a mock on structure are long, and says so. */
export function addTaxonomyChange(story: Story): void {
  const { now, rows } = story;
  const line = "They cut in, or waited for more than they got";
  const changes: Change[] = [];
  const [taxonomyNumber, at, admin] = [2, addMinutes(now, -minutesAgo), staffNamed("ruth").id];
  rows.taxonomyVersions.push({ number: taxonomyNumber, madeAt: dateOf(at), madeById: admin });
  for (const [index, cause] of firstTaxonomy.entries()) {
    const isChanged = cause.code === "RAMBLED";
    rows.causes.push({
      ...cause,
      ...firstGuides[cause.code],
      suggestedWhen: [...cause.suggestedWhen],
      taxonomyNumber,
      position: index + 1,
      isOn: true,
      ...(isChanged && { line }),
    });
    if (isChanged) changes.push({ field: "line", before: cause.line, after: line });
    for (const [place, action] of firstActions[cause.code].entries()) {
      const isShorter = isChanged && action.code === "mock";
      if (isShorter) changes.push({ field: "days", place: place + 1, before: action.days, after: mockDays });
      rows.causeActions.push({
        ...action,
        taxonomyNumber,
        cause: cause.code,
        position: place + 1,
        isOn: true,
        ...(isShorter && { days: mockDays }),
      });
    }
  }
  addCauseChanges(story, { cause: "RAMBLED", changes, subjectId: TAXONOMY, at });
}
