import { useEffect, useEffectEvent, useState } from "react";
import { openOutbox } from "#lib/browser/open-outbox.ts";
import type { NewAnswer } from "#lib/post-mortems/rules/given.ts";
import { addressOf, placeFor, type Place } from "#lib/post-mortems/rules/screens.ts";
import { liveListeners } from "./live-listeners.ts";
import { afterAnswers, afterScreen, finishRefused, isSamePlace, type Shown } from "./live-states.ts";
import type { FormInterview } from "./screen-frame.tsx";
import { useOutbox } from "./use-outbox.ts";

type Facts = Shown["draft"]["facts"];

export type LiveFormProps = Pick<Shown, "place" | "forms"> & {
  /** Whose answers these are: on a shared device nobody else sends them. */
  person: string;
  interview: FormInterview;
  /** As the server knew it. Of one that nobody has begun, the id that it will have. */
  draft: Shown["draft"];
  isNew: boolean;
};

/**
 * The form running in the browser: a screen is answered, written down on this device and left without asking the
 * server, which hears of it from the outbox. The same rules decide here and there.
 */
export function useLiveForm(props: LiveFormProps) {
  const { person, interview, isNew } = props;
  const [shown, show] = useShown(props);
  // What is being typed: kept on this device at once, part of the form once its screen is left.
  const [typed] = useState(() => new Map<string, NewAnswer>());
  const door = useDoor(person, interview.id);
  const home = { interview: interview.id, postMortem: shown.draft.id, start: isNew };
  const { state, isFinishing, setFinishing } = useOutbox(person, interview.id, {
    restore(waiting) {
      const id = isNew ? (waiting[0]?.postMortem ?? shown.draft.id) : shown.draft.id;
      const there = { ...shown, draft: { ...shown.draft, id } };
      const next = afterAnswers(there, waiting, ({ facts }) => placeHere(facts, placeFor({}, facts)));
      show(isSamePlace(next, shown) ? { ...next, visit: shown.visit + 1 } : next);
    },
    refuse: (sentence) => go(finishRefused(shown, rowsTyped(), sentence)),
  });
  const rowsTyped = () => [...typed.values()];

  function go(next: Shown, isBack = false) {
    typed.clear();
    door.stay();
    if (!isBack && !isSamePlace(next, shown))
      window.history.pushState(null, "", addressOf(interview.id, next.place, next.draft.facts.form));
    show(next);
    openOutbox(person).flush();
  }

  const goBack = useEffectEvent(() => {
    if (window.location.pathname !== addressOf(interview.id, undefined, shown.draft.facts.form)) return;
    go(
      afterAnswers(shown, rowsTyped(), ({ facts }) => placeHere(facts, props.place)),
      true,
    );
  });
  useEffect(() => onGoingBack(() => goBack()), []);

  const listeners = liveListeners({
    address: addressOf(interview.id, undefined, shown.draft.facts.form),
    answer(data) {
      const { answers, next } = afterScreen(shown, rowsTyped(), data);
      openOutbox(person).put(home, answers);
      go(next);
    },
    finish(key) {
      setFinishing(true);
      openOutbox(person).finish(home, key);
    },
    type(row) {
      typed.set(row.field, row);
      openOutbox(person).put(home, [row]);
    },
    follow: (wanted) => go(afterAnswers(shown, rowsTyped(), ({ facts }) => placeIn(wanted, facts))),
    sendFirst: door.sendFirst,
    flush: () => openOutbox(person).flush(),
  });
  return { ...shown, state, isFinishing, isHeld: door.isHeld, listeners };
}

function onGoingBack(act: () => void) {
  window.addEventListener("popstate", act);
  return () => window.removeEventListener("popstate", act);
}

/** A form of another door waits for the answers: "That is enough for today", "Done", the hand-over. */
function useDoor(person: string, interview: string) {
  const [isHeld, setHeld] = useState(false);
  return {
    isHeld,
    stay: () => setHeld(false),
    sendFirst(form: HTMLFormElement, submitter: HTMLElement | null) {
      const goOn = () => {
        // Whoever went to another screen meanwhile has changed their mind.
        if (form.isConnected) form.requestSubmit(submitter);
        setHeld(false);
      };
      const waits = openOutbox(person).sendFirst(interview, goOn);
      setHeld(waits);
      return waits;
    },
  };
}

/**
 * What was given since a page came from the server. Whoever goes away and back sees that same page again, and finds
 * their answers by this.
 */
let remembered: { of: string; shown: Shown } | null = null;

function useShown({ draft, place, forms, isNew }: LiveFormProps) {
  const page = forms.first.key;
  const [shown, setShown] = useState<Shown>(() =>
    remembered?.of === page ? remembered.shown : { draft, place, forms, isStarted: !isNew, visit: 0 },
  );
  const show = (next: Shown) => {
    remembered = { of: page, shown: next };
    setShown(next);
  };
  return [shown, show] as const;
}

/** The place that the address of this page names; `first` where it names none, as it did when the page came. */
function placeHere(facts: Facts, first: Place): Place {
  const wanted = new URLSearchParams(window.location.search);
  return wanted.has("step") ? placeIn(wanted, facts) : first;
}

function placeIn(wanted: URLSearchParams, facts: Facts): Place {
  return placeFor({ screen: wanted.get("step") ?? undefined, n: wanted.get("n") ?? undefined }, facts);
}
