import { subscribe } from "node:diagnostics_channel";
import type { Server } from "node:http";
import { onStop } from "./stop";

const idleCheckMs = 25;

/** Closes, in the stop's own stage, every HTTP server of the process that has served a request, whichever framework opened it. */
export function closeServersOnStop(): void {
  const servers = new Set<Server>();
  subscribe("http.server.request.start", (message) => void servers.add((message as { server: Server }).server));
  onStop("requests", (late) => Promise.all([...servers].map((server) => close(server, late))));
}

/** Requests in flight are answered until `late`. A kept connection counts as idle only after its answer, so it is looked for again. */
async function close(server: Server, late: AbortSignal): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const check = setInterval(() => server.closeIdleConnections(), idleCheckMs);
  late.addEventListener("abort", () => server.closeAllConnections());
  await closed;
  clearInterval(check);
}
