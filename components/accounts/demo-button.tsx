"use client";

import { usePressed } from "#components/ui/submit-button.tsx";

export function DemoButton({ person, name, line }: { person: string; name: string; line: string }) {
  const { pending, pressed, onClick } = usePressed();
  return (
    <button
      type="submit"
      name="person"
      value={person}
      onClick={onClick}
      aria-disabled={pending}
      className="min-h-11 rounded-md border border-edge bg-raised px-4 py-2 text-left hover:bg-sunken"
    >
      <span className="font-semibold">{pressed ? "Signing in…" : name}</span>
      <span className="block text-sm text-quiet">{line}</span>
    </button>
  );
}
