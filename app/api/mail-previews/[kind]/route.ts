import { notFound } from "next/navigation";
import { previewMail } from "#lib/jobs/preview.ts";
import { gate } from "#lib/web/session.ts";

/** A mail with made-up facts as mail programs show it, for the frame of its preview; `proxy.ts` says what it may do: nothing. */
export async function GET(_request: Request, { params }: RouteContext<"/api/mail-previews/[kind]">) {
  await gate("/api/mail-previews/[kind]");
  const mail = await previewMail((await params).kind);
  if (!mail) notFound();
  return new Response(mail.html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}
