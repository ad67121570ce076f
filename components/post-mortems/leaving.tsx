"use client";

import { createContext, use, type ReactNode } from "react";
import { OnItsWay } from "#components/ui/submit-button.tsx";

/** Whether the form was left by its last button, and waits on this device for what must be sent before. */
export const Leaving = createContext(false);

/** Around the button that ends a form: it says so itself while it waits, and the other buttons of the screen go on. */
export function LeavesForm({ children }: { children: ReactNode }) {
  return <OnItsWay value={use(Leaving)}>{children}</OnItsWay>;
}
