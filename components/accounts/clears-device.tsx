"use client";

import { useEffect, useRef } from "react";
import { clearOutbox } from "#lib/browser/open-outbox.ts";

/** In a form that signs out: takes off this device what was not sent. Without a connection nobody is signed out, and it stays. */
export function ClearsDevice() {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const form = mark.current?.closest("form");
    const clear = () => {
      if (navigator.onLine) clearOutbox();
    };
    form?.addEventListener("submit", clear);
    return () => form?.removeEventListener("submit", clear);
  }, []);
  return <span ref={mark} hidden />;
}
