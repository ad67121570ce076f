import { TextLink } from "#components/ui/page.tsx";
import { Time, type TimeWords } from "#components/ui/words.tsx";

/** An interview as the first cell of a table's row: whose, and when, leading to what was written about it. */
export function InterviewCell({
  interviewId,
  employer,
  at,
}: {
  interviewId: string;
  employer: string;
  at: TimeWords;
}) {
  return (
    <div className="text-left">
      <TextLink href={`/interviews/${interviewId}/post-mortem`}>{employer}</TextLink>
      <span className="block text-sm font-normal text-quiet">
        <Time {...at} />
      </span>
    </div>
  );
}
