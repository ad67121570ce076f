"use client";

import { useEffect, useRef } from "react";
import { clearLeft, markLeaving } from "#lib/browser/open-outbox.ts";

/** In a form that signs out: what was not sent goes off this device with it. If nobody was signed out, it stays. */
export function ClearsDevice() {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const form = mark.current?.closest("form");
    form?.addEventListener("submit", markLeaving);
    return () => form?.removeEventListener("submit", markLeaving);
  }, []);
  return <span ref={mark} hidden />;
}

/** On the page that says that somebody is signed out: now it goes. */
export function DeviceCleared() {
  useEffect(clearLeft, []);
  return null;
}
