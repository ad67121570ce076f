"use client";

import { useEffect } from "react";
import { closeOutbox, openOutbox } from "#lib/browser/open-outbox.ts";

/** On every page of the portal: sends what waits on this device since a connection or a tab was lost. */
export function SendWaiting({ person }: { person: string }) {
  useEffect(() => {
    openOutbox(person);
    return closeOutbox;
  }, [person]);
  return null;
}
