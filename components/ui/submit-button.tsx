"use client";

import { createContext, use, useEffect, useState, type MouseEvent, type ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { buttonClass, type ButtonLook } from "./button-class.ts";

/** True around the button of a form that waits on this device before it is sent: it is on its way already. */
export const OnItsWay = createContext(false);

/**
 * Whether the form is on its way, and whether this very button sent it. A second press while it is on its way does
 * nothing; the button keeps the focus, which `disabled` would lose.
 */
export function usePressed() {
  const waits = use(OnItsWay);
  const status = useFormStatus();
  const pending = status.pending || waits;
  const [pressed, setPressed] = useState(false);
  useEffect(() => {
    if (!pending) setPressed(false);
  }, [pending]);
  const onClick = (event: MouseEvent<HTMLButtonElement>) => {
    if (pending) event.preventDefault();
    else setPressed(true);
  };
  return { pending, pressed: waits || (pending && pressed), onClick };
}

type SubmitButtonProps = ButtonLook & {
  children: ReactNode;
  /** What the button says while its form is on its way. */
  pendingLabel?: string;
  name?: string;
  value?: string;
};

/** Sends the form it stands in, also without script; with `name` and `value` the press itself is an answer. */
export function SubmitButton({
  children,
  pendingLabel = "Saving…",
  name,
  value,
  ...look
}: SubmitButtonProps) {
  const { pending, pressed, onClick } = usePressed();
  return (
    <button
      type="submit"
      name={name}
      value={value}
      onClick={onClick}
      aria-disabled={pending}
      className={buttonClass(look)}
    >
      {pressed ? pendingLabel : children}
    </button>
  );
}
