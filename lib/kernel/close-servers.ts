import { subscribe } from "node:diagnostics_channel";
import type { Server } from "node:http";
import { onShutdown } from "./shutdown";

const idleCheckMs = 25;

/** On shutdown, closes every HTTP server of the process that has served a request, whichever framework opened it. */
export function closeServersOnShutdown(): void {
  const servers = new Set<Server>();
  subscribe("http.server.request.start", (message) => void servers.add((message as { server: Server }).server));
  onShutdown("requests", (late) => Promise.all([...servers].map((server) => close(server, late))));
}

/** Requests in flight finish until `late`. A keep-alive connection becomes idle after its response, hence the interval. */
async function close(server: Server, late: AbortSignal): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const check = setInterval(() => server.closeIdleConnections(), idleCheckMs);
  late.addEventListener("abort", () => server.closeAllConnections());
  await closed;
  clearInterval(check);
}
