"use client";

import { useEffect, useRef, useState } from "react";
import { openOutbox, type OutboxState } from "#lib/browser/outbox.ts";
import { encode, type Field } from "#lib/post-mortems/rules/fields.ts";
import { formWords } from "#lib/post-mortems/words.ts";

/** A control of the form around it, and the answer that it holds. */
export type SavedControl = { name: string; field: Field; as: "text" | "choices" | "question" };

const sentences: Record<OutboxState, string> = {
  quiet: "",
  saving: formWords.saving,
  saved: formWords.saved,
  waiting: formWords.waitingForNetwork,
};

/** Saves what somebody types into the form around it, as they type. Without script the buttons of the form save it. */
export function AutoSave({
  postMortem,
  controls,
}: {
  postMortem: string;
  controls: readonly SavedControl[];
}) {
  const line = useRef<HTMLParagraphElement>(null);
  const [state, setState] = useState<OutboxState>("quiet");
  const watched = useRef(controls);

  useEffect(() => {
    const form = line.current?.closest("form");
    if (!form) return;
    const outbox = openOutbox(postMortem, setState);
    const onInput = (event: Event) => {
      const name = (event.target as HTMLInputElement).name;
      for (const control of watched.current) {
        if (control.name === name) outbox.put(control.field, valueOf(control, new FormData(form)));
      }
    };
    form.addEventListener("input", onInput);
    form.addEventListener("focusout", outbox.flush);
    form.addEventListener("submit", outbox.hold);
    return () => {
      form.removeEventListener("input", onInput);
      form.removeEventListener("focusout", outbox.flush);
      form.removeEventListener("submit", outbox.hold);
      outbox.close();
    };
  }, [postMortem]);

  return (
    <p ref={line} role="status" className="min-h-6 text-sm text-quiet">
      {sentences[state]}
    </p>
  );
}

function valueOf({ name, as }: SavedControl, form: FormData): string {
  const values = form.getAll(name).filter((value) => typeof value === "string");
  const text = values[0]?.trim() ?? "";
  if (as === "choices") return JSON.stringify(values);
  return as === "question" && text !== "" ? encode({ text }) : text;
}
