/** Once for every server process, never during the build. What it needs is loaded inside: other runtimes have no sockets. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startBesideWeb } = await import("#lib/jobs/beside-web.ts");
  startBesideWeb();
}
