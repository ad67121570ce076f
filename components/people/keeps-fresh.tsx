"use client";

import { useEffect } from "react";
import { useRouter } from "next/navigation";

/** Milliseconds between two looks. */
const pace = 2_000;

/** Asks for the page again while something runs and somebody looks. Without script a link beside it does the same. */
export function KeepsFresh() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, pace);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
