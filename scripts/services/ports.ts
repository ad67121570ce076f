import { createServer } from "node:net";

/** A port on loopback that is free now. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = await listenOnce(0, "127.0.0.1");
    if (port !== undefined && (await isFree(port))) return port;
  }
}

/** `wanted`, or the next one that is free, up to 100 further. */
export async function freePortFrom(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 100; port++) if (await isFree(port)) return port;
  throw new Error(`No port is free between ${wanted} and ${wanted + 99}.`);
}

/** "localhost" is one of two addresses, and somebody may listen on either, or on all. */
async function isFree(port: number): Promise<boolean> {
  for (const host of ["127.0.0.1", "::1", undefined])
    if ((await listenOnce(port, host)) === undefined) return false;
  return true;
}

/** Listens for a moment: the port, or nothing if it is taken. An address that this machine does not have counts as free. */
function listenOnce(port: number, host: string | undefined): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT" ? port : undefined),
    );
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : undefined));
    });
  });
}
