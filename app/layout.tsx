import type { Metadata } from "next";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { getHouseStyle } from "#lib/settings/queries.ts";
import { fontVariables } from "./fonts.ts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Debrief", template: "%s · Debrief" },
  robots: { index: false, follow: false },
  icons: { icon: "/icon.svg" },
};

/** Dynamic everywhere: each answer carries its own nonce. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  const { locale, accent } = await getHouseStyle();
  return (
    <html lang={locale} data-accent={accent} className={fontVariables}>
      <body>{children}</body>
    </html>
  );
}
