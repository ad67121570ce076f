import type { FormEvent, MouseEvent, SyntheticEvent } from "react";
import type { NewAnswer } from "#lib/post-mortems/rules/given.ts";
import { typedAnswer } from "#lib/post-mortems/rules/sent.ts";

/** What somebody does on a screen, in the form's own words. */
type Doing = {
  /** Of this form, without a place in it. */
  address: string;
  answer: (data: FormData) => void;
  finish: (key: string) => void;
  type: (row: NewAnswer) => void;
  /** A link to another place of this form. */
  follow: (wanted: URLSearchParams) => void;
  /** A form of another door: what waits goes first. True where something does; it is sent again once that is there. */
  sendFirst: (form: HTMLFormElement, submitter: HTMLElement | null) => boolean;
  /** A field that is left. */
  flush: () => void;
};

/** Listens around the form, before its own forms and links do: what they would ask the server is done here. */
export function liveListeners({ address, answer, finish, type, follow, sendFirst, flush }: Doing) {
  return {
    onSubmitCapture(event: FormEvent<HTMLElement>) {
      const form = event.target as HTMLFormElement;
      const data = new FormData(form, (event.nativeEvent as SubmitEvent).submitter);
      const key = data.get("key");
      if (form.closest("[data-finish]") && typeof key === "string") {
        stop(event);
        return finish(key);
      }
      // The first screen, before anything is written, is a form of another door.
      if (data.has("interview")) data.set("screen", "mood");
      if (!data.has("screen")) {
        const { submitter } = event.nativeEvent as SubmitEvent;
        if (sendFirst(form, submitter)) stop(event);
        return;
      }
      stop(event);
      answer(data);
    },
    onInputCapture(event: FormEvent<HTMLElement>) {
      const { name, form } = event.target as HTMLInputElement;
      const row = form && typedAnswer(name, new FormData(form));
      if (row) type(row);
    },
    onBlurCapture: flush,
    onClickCapture(event: MouseEvent<HTMLElement>) {
      const pressed = event.target as Element;
      // The next screen comes at once: the second half of a double click must not answer it.
      if (event.detail > 1 && pressed.closest("button")) return stop(event);
      const link = pressed.closest("a");
      if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
        return;
      const { origin, pathname, searchParams } = new URL(link.href);
      if (origin !== window.location.origin || pathname !== address) return;
      stop(event);
      follow(searchParams);
    },
  };
}

function stop(event: SyntheticEvent) {
  event.preventDefault();
  event.stopPropagation();
}
