type ErrorSummaryProps = { message: string | null; errors?: Record<string, string>; formId?: string };

/**
 * The block at the top of a form that was not taken. With `formId` each error links to its field, so that the
 * way there is one tap without script too.
 */
export function ErrorSummary({ message, errors = {}, formId }: ErrorSummaryProps) {
  const entries = Object.entries(errors);
  return (
    <div
      role="alert"
      tabIndex={-1}
      data-summary
      className="rounded-md border border-attention bg-attention-tint px-4 py-3"
    >
      <p className="font-semibold">{message ?? "Not saved yet. What you typed is still here."}</p>
      {entries.length > 0 ? (
        <ul className="mt-1 list-disc space-y-1 pl-5">
          {entries.map(([name, error]) => (
            <li key={name}>
              {formId ? (
                <a href={`#${formId}-${name}`} className="underline underline-offset-2">
                  {error}
                </a>
              ) : (
                error
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
