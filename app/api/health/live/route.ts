import { connection } from "next/server";

/** This process answers. Nothing else is asked: a database that is away is no reason to end the process. */
export async function GET(): Promise<Response> {
  await connection();
  return Response.json({ live: true }, { headers: { "Cache-Control": "no-store" } });
}
