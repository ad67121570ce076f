import type { ReactNode } from "react";

/** Facts in pairs. A fact without a value is left out by giving `null`. */
export function DefinitionList({ facts }: { facts: ({ label: string; value: ReactNode } | null)[] }) {
  return (
    <dl className="grid grid-cols-1 gap-x-6 gap-y-2 sm:grid-cols-[max-content_1fr]">
      {facts.map((fact) =>
        fact === null ? null : (
          <div key={fact.label} className="sm:contents">
            <dt className="text-quiet max-sm:text-sm">{fact.label}</dt>
            <dd className="min-w-0">{fact.value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
