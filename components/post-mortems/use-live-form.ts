import { useEffect, useEffectEvent, useState } from "react";
import { openOutbox } from "#lib/browser/outbox.ts";
import type { NewAnswer } from "#lib/post-mortems/rules/given.ts";
import { addressOf, placeFor, type Place } from "#lib/post-mortems/rules/screens.ts";
import { liveListeners } from "./live-listeners.ts";
import { afterAnswers, afterScreen, isSamePlace, refused, type Shown } from "./live-states.ts";
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
  const home = { interview: interview.id, postMortem: shown.draft.id, start: isNew };
  const { state, isFinishing, setFinishing } = useOutbox(person, interview.id, {
    restore(waiting) {
      const id = isNew ? (waiting[0]?.postMortem ?? shown.draft.id) : shown.draft.id;
      const there = { ...shown, draft: { ...shown.draft, id } };
      const next = afterAnswers(there, waiting, ({ facts }) => placeHere(facts, placeFor({}, facts)));
      show(isSamePlace(next, shown) ? { ...next, visit: shown.visit + 1 } : next);
    },
    refuse: (sentence) => show(refused(shown, {}, {}, sentence)),
  });

  function go(next: Shown, isBack = false) {
    typed.clear();
    if (!isBack && !isSamePlace(next, shown))
      window.history.pushState(null, "", addressOf(interview.id, next.place, next.draft.facts.form));
    show(next);
    openOutbox(person).flush();
  }

  const goBack = useEffectEvent(() => {
    if (window.location.pathname !== addressOf(interview.id, undefined, shown.draft.facts.form)) return;
    go(
      afterAnswers(shown, [...typed.values()], ({ facts }) => placeHere(facts, props.place)),
      true,
    );
  });
  useEffect(() => {
    const listen = () => goBack();
    window.addEventListener("popstate", listen);
    return () => window.removeEventListener("popstate", listen);
  }, []);

  const listeners = liveListeners({
    address: addressOf(interview.id, undefined, shown.draft.facts.form),
    answer(data) {
      const { answers, next } = afterScreen(shown, data);
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
    follow: (wanted) => go(afterAnswers(shown, [...typed.values()], ({ facts }) => placeIn(wanted, facts))),
    sendFirst: (then) => openOutbox(person).sendFirst(interview.id, then),
    flush: () => openOutbox(person).flush(),
  });
  return { ...shown, state, isFinishing, listeners };
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
