import { RowLink } from "#components/ui/page.tsx";
import { secondFactorWords as words } from "#lib/accounts/words/second-factor.ts";

/** What an authenticator app is set up with: the square for its camera, and the same as text. */
export function AppSetup({ square, secret }: { square: string; secret: string }) {
  return (
    <div className="space-y-3">
      <p className="font-semibold">{words.scan}</p>
      <img
        src={square}
        alt={words.squareFor}
        width={220}
        height={220}
        className="rounded-md border border-line"
      />
      <p className="text-quiet">{words.scanHint}</p>
      <p>
        {words.key}: <code className="font-mono wrap-anywhere select-all">{secret}</code>
      </p>
    </div>
  );
}

/** From one's own page to the app that one has. */
export function SecondFactorLink() {
  return (
    <ul className="mt-8 rounded-md border border-line bg-raised">
      <RowLink href="/you/second-factor" title={words.yours}>
        {words.yoursHint}
      </RowLink>
    </ul>
  );
}
