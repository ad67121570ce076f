"use client";

import { useEffect, useId, useRef, useState } from "react";
import { keysAreOn, onKeyMove, placeAfter, switchKeys } from "#lib/browser/keys.ts";
import { buttonClass } from "./button-class.ts";
import { DialogBox } from "./dialog.tsx";

const rows = "[data-key-row]";

function focusRow(move: "next" | "previous"): void {
  const all = [...document.querySelectorAll<HTMLElement>(rows)];
  const here = all.findIndex((row) => row === document.activeElement);
  const from = here >= 0 ? here : all.findIndex((row) => row.getAttribute("aria-current") === "true");
  all[placeAfter(move, from, all.length)]?.focus();
}

type KeyHelpProps = {
  /** What J and K walk through: "post-mortem", "candidate". */
  row: string;
  /** Other keys of this page. */
  more?: { key: string; does: string }[];
};

/** Makes J, K and ? work on a page with rows (RowLink), and is the quiet button that lists the keys. */
export function KeyHelp({ row, more = [] }: KeyHelpProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [on, setOn] = useState(true);
  useEffect(() => {
    setOn(keysAreOn());
    return onKeyMove((move) => {
      if (move === "help") dialog.current?.showModal();
      else focusRow(move);
    });
  }, []);
  const keys = [
    { key: "J", does: `Next ${row}` },
    { key: "K", does: `Previous ${row}` },
    { key: "Enter", does: "Open it" },
    ...more,
    { key: "?", does: "This list" },
  ];
  const turn = () => {
    switchKeys(!on);
    setOn(!on);
  };
  return (
    <>
      <button
        type="button"
        onClick={() => dialog.current?.showModal()}
        className="hidden min-h-9 items-center gap-2 rounded-md px-2 text-sm text-quiet hover:text-ink lg:inline-flex print:hidden"
      >
        <Key>?</Key> Keys
      </button>
      <DialogBox id={id} title="Keys" dialog={dialog} closes={{}} onClose={() => dialog.current?.close()}>
        <dl className="grid grid-cols-[max-content_1fr] items-baseline gap-x-4 gap-y-2">
          {keys.map(({ key, does }) => (
            <div key={key} className="contents">
              <dt>
                <Key>{key}</Key>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <button type="button" onClick={turn} className={buttonClass({ variant: "quiet", size: "small" })}>
          {on ? "Switch single keys off" : "Switch single keys on"}
        </button>
      </DialogBox>
    </>
  );
}

function Key({ children }: { children: string }) {
  return (
    <kbd className="inline-block min-w-7 rounded-sm border border-edge bg-paper px-1.5 text-center font-sans text-sm text-ink">
      {children}
    </kbd>
  );
}
