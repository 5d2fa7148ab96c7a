import { randomBytes } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import { constantTimeEquals } from "./keys";
import { isLoopback } from "./loopback";
import { processState } from "./process-state";

const header = "x-fitflow-this-machine";

/** Headers that proxies and tunnels add to forwarded requests. */
const proxyHeaders =
  /^(x-forwarded(-.*)?|forwarded|via|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip|fastly-client-ip|x-original-.*|x-envoy-.*|x-amzn-.*|x-azure-.*|x-arr-.*|x-appengine-.*|x-vercel-.*|x-nf-.*|cf-.*|cdn-loop|fly-.*|tailscale-.*|ngrok-.*|proxy-.*)$/;

/** A secret of this process, so that no client can forge it. */
const mark = processState("local_request_mark", () => randomBytes(32).toString("base64url"));

/**
 * Marks a request that comes from this machine without a proxy. Runs at the socket, before any header is written or trusted.
 */
export function markLocalRequest(server: Server, request: IncomingMessage): void {
  delete request.headers[header];
  if (isDirectAndLocal(server, request)) request.headers[header] = mark;
}

/** The Host header is checked against DNS rebinding. */
function isDirectAndLocal(server: Server, { headers, socket }: IncomingMessage): boolean {
  const listening = server.address();
  if (listening === null || typeof listening === "string") return false;
  const host = URL.canParse(`http://${headers.host}`) ? new URL(`http://${headers.host}`).hostname : "";
  return (
    [listening.address, socket.remoteAddress ?? "", host].every(isLoopback) &&
    !Object.keys(headers).some((name) => proxyHeaders.test(name))
  );
}

export function isLocalRequest(headers: Pick<Headers, "get">): boolean {
  const sent = headers.get(header);
  return sent !== null && constantTimeEquals(sent, mark);
}
