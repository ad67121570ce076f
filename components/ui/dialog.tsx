"use client";

import type { ReactNode, RefObject } from "react";
import { X } from "lucide-react";

type DialogBoxProps = {
  id: string;
  title: string;
  children: ReactNode;
  dialog: RefObject<HTMLDialogElement | null>;
  closes: Record<string, string>;
  onClose: () => void;
};

/** The box itself; Escape and a press outside close it. */
export function DialogBox({ id, title, children, dialog, closes, onClose }: DialogBoxProps) {
  return (
    <dialog
      ref={dialog}
      id={id}
      closedby="any"
      aria-labelledby={`${id}-title`}
      className="m-auto max-h-[90dvh] w-[min(32rem,calc(100vw-2rem))] rounded-lg border border-edge bg-raised p-5 text-ink backdrop:bg-veil print:hidden"
    >
      <div className="mb-3 flex items-start justify-between gap-4">
        <h2 id={`${id}-title`} className="font-serif text-xl font-semibold">
          {title}
        </h2>
        <button
          type="button"
          {...closes}
          onClick={onClose}
          className="-mt-2 -mr-2 inline-flex min-h-11 items-center gap-1 rounded-md px-2 text-sm text-quiet hover:text-ink"
        >
          <X aria-hidden className="size-4" />
          Close
        </button>
      </div>
      <div className="space-y-4">{children}</div>
    </dialog>
  );
}
