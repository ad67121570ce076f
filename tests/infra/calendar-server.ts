import { createServer } from "node:https";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { TLSSocket } from "node:tls";

/** The name that the certificate is for, and the certificate: made for these tests, trusted by nobody else. */
export const HOST = "calendar.example";
export const CA = `-----BEGIN CERTIFICATE-----
MIIBVjCB/aADAgECAgEBMAoGCCqGSM49BAMCMBsxGTAXBgNVBAMMEGNhbGVuZGFy
LmV4YW1wbGUwIBcNMDAwMTAxMDAwMDAwWhgPMjIwMDAxMDEwMDAwMDBaMBsxGTAX
BgNVBAMMEGNhbGVuZGFyLmV4YW1wbGUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
AATJBcZjlv3zw8utAkeq1+VCaXLlTeOLGWK7xIBY5fyEi2CxmZCNBg0B49Th0jQ5
eB/+TzZtQDGv7upXIkIOzVr6ozAwLjAbBgNVHREEFDASghBjYWxlbmRhci5leGFt
cGxlMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIgFx/f6w0yAfxL
71a7iGPoxxjhRk6IXqcXyqfbOkoCap4CIQCjQPBpxN3sB45i91tKglhEZGiYeuC+
k8wKY6YZVwq7Pg==
-----END CERTIFICATE-----`;
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQggSili+byPcuk3tFF
9q1yJnkc/vSF26pDQDC3smh/QdKhRANCAATJBcZjlv3zw8utAkeq1+VCaXLlTeOL
GWK7xIBY5fyEi2CxmZCNBg0B49Th0jQ5eB/+TzZtQDGv7upXIkIOzVr6
-----END PRIVATE KEY-----`;

/** What a server was asked, and by which name it was greeted. */
export type Asked = {
  host: string | undefined;
  servername: string | false | null;
  headers: IncomingMessage["headers"];
};

/** A calendar's server of one test on a port of its own: answers as `answer` does and notes how it was asked. */
export async function serveCalendar(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const asked: Asked[] = [];
  const server: Server = createServer({ key, cert: CA }, (request, response) => {
    const { servername } = request.socket as TLSSocket & { servername?: string | false | null };
    asked.push({ host: request.headers.host, servername: servername ?? null, headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    port,
    url: new URL(`https://${HOST}:${String(port)}/work.ics`),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
