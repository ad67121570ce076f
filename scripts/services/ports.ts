import { createServer } from "node:net";

/** A port on loopback that is free now. */
export function freePort(): Promise<number> {
  return listenOnce(0).then((port) => {
    if (port === undefined) throw new Error("This machine has no free port.");
    return port;
  });
}

/** `wanted`, or the next one that is free, up to 100 further. */
export async function freePortFrom(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 100; port++) {
    if ((await listenOnce(port)) !== undefined) return port;
  }
  throw new Error(`No port is free between ${wanted} and ${wanted + 99}.`);
}

/** Listens for a moment on every address, as the web server will: the port, or nothing if it is taken. */
function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen({ port }, () => {
      const address = server.address();
      const found = typeof address === "object" && address ? address.port : undefined;
      server.close(() => resolve(found));
    });
  });
}
