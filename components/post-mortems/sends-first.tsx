"use client";

import { useEffect, useRef, useState, type ReactNode } from "react";
import { OnItsWay } from "#components/ui/submit-button.tsx";
import { sendFirst } from "#lib/browser/open-outbox.ts";
import { liveWords } from "#lib/post-mortems/words/live.ts";

/**
 * Around the button of a form outside the running form that sends this interview's post-mortem: what waits on this device
 * is sent before it. Listens at the form itself, so that neither React nor the browser sends it sooner.
 */
export function SendsFirst({ interview, children }: { interview: string; children: ReactNode }) {
  const mark = useRef<HTMLSpanElement>(null);
  const [waits, setWaits] = useState(false);
  useEffect(() => {
    const form = mark.current?.closest("form");
    const hold = (event: SubmitEvent) => {
      const go = () => {
        form?.requestSubmit(event.submitter);
        setWaits(false);
      };
      if (!sendFirst(interview, go)) return;
      event.preventDefault();
      event.stopPropagation();
      setWaits(true);
    };
    form?.addEventListener("submit", hold);
    return () => form?.removeEventListener("submit", hold);
  }, [interview]);
  return (
    <>
      <span ref={mark} hidden />
      <OnItsWay value={waits}>{children}</OnItsWay>
      {waits ? (
        <p role="status" className="text-sm text-quiet">
          {liveWords.doorWaits}
        </p>
      ) : null}
    </>
  );
}
