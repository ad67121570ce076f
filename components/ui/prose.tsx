/** What somebody wrote, as plain text with its own line breaks. */
export function Prose({ children }: { children: string }) {
  return (
    <p dir="auto" className="max-w-measure font-serif leading-relaxed wrap-anywhere whitespace-pre-wrap">
      {children}
    </p>
  );
}
