import { ActionForm } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Time } from "#components/ui/words.tsx";
import { makeFeedAction, revokeFeedAction } from "#lib/accounts/actions.ts";
import type { getFeed } from "#lib/accounts/queries.ts";
import { feedWords } from "#lib/accounts/words.ts";
import type { FormState } from "#lib/web/form-state.ts";

type Feed = Awaited<ReturnType<typeof getFeed>>;

/** One's private calendar address: what it is for, the address while it is shown, and its end. */
export function CalendarFeed({
  feed,
  isCandidate,
  making,
  revoking,
}: {
  feed: Feed;
  isCandidate: boolean;
  making: FormState;
  revoking: FormState;
}) {
  return (
    <div className="space-y-4">
      <p>{isCandidate ? feedWords.candidate : feedWords.staff}</p>
      {feed?.address ? (
        <div className="space-y-2 rounded-md border border-line bg-raised p-4">
          <p className="font-semibold">{feedWords.address}</p>
          <p className="font-mono text-sm wrap-anywhere select-all">{feed.address}</p>
          <p className="text-sm text-quiet">{feedWords.how}</p>
        </div>
      ) : null}
      {feed && !feed.address ? (
        <p>
          {feedWords.madeBefore} <Time {...feed.made} />. {feedWords.notAgain}
        </p>
      ) : null}
      <p className="text-sm text-quiet">
        {feedWords.secret}
        {feed ? ` ${feedWords.again}` : null}
      </p>
      <div className="flex flex-wrap gap-3">
        <ActionForm action={makeFeedAction} initial={making}>
          <SubmitButton variant="quiet">{feed ? feedWords.makeAgain : feedWords.make}</SubmitButton>
        </ActionForm>
        {feed ? (
          <ActionForm action={revokeFeedAction} initial={revoking} hidden={{ feed: feed.id }}>
            <SubmitButton variant="danger">{feedWords.revoke}</SubmitButton>
          </ActionForm>
        ) : null}
      </div>
    </div>
  );
}
