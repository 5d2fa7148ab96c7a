import { randomBytes } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import { isSame } from "./keys";
import { isLoopback } from "./loopback";

const header = "x-fitflow-this-machine";

/** What proxies and tunnels add to a request that they pass on. */
const forwarding =
  /^(x-forwarded(-.*)?|forwarded|via|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip|fastly-client-ip|x-original-.*|x-envoy-.*|x-amzn-.*|x-azure-.*|x-arr-.*|x-appengine-.*|x-vercel-.*|x-nf-.*|cf-.*|cdn-loop|fly-.*|tailscale-.*|ngrok-.*|proxy-.*)$/;

const globals = globalThis as { fitflowThisMachineMark?: string };

/**
 * Marks a request that began and ends at this very machine. Done at the socket, before any header is written or trusted; the
 * mark is this process's secret, so that no client can send it.
 */
export function markThisMachine(server: Server, request: IncomingMessage): void {
  delete request.headers[header];
  if (!staysHere(server, request)) return;
  globals.fitflowThisMachineMark ??= randomBytes(32).toString("base64url");
  request.headers[header] = globals.fitflowThisMachineMark;
}

/** A page of another site that a name leads to this machine (DNS rebinding) still names its own host. */
function staysHere(server: Server, { headers, socket }: IncomingMessage): boolean {
  const listening = server.address();
  if (listening === null || typeof listening === "string") return false;
  const host = URL.canParse(`http://${headers.host}`) ? new URL(`http://${headers.host}`).hostname : "";
  return (
    [listening.address, socket.remoteAddress ?? "", host].every(isLoopback) &&
    !Object.keys(headers).some((name) => forwarding.test(name))
  );
}

export function isFromThisMachine(headers: Headers): boolean {
  const [mark, own] = [headers.get(header), globals.fitflowThisMachineMark];
  return mark !== null && own !== undefined && isSame(mark, own);
}
