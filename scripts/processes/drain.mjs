import { subscribe } from "node:diagnostics_channel";
import net from "node:net";

const CHECK_MS = 50;

/**
 * Accepts no further connection and lets the open ones end: each answer announces the end of its connection, and an idle one ends by
 * the timeout that its client knows. To close it at once would lose a request that is on its way.
 *
 * @param {import("node:http").Server | undefined} server
 * @param {() => Promise<void>} untilPrimaryKnows resolves once the primary has read what was sent to it before
 */
export async function drain(server, untilPrimaryKnows) {
  if (!server?.listening) return;
  subscribe("http.server.request.start", (message) => {
    const { response } = /** @type {{ response: import("node:http").ServerResponse }} */ (message);
    response.shouldKeepAlive = false;
  });
  // Not the method of http.Server, which closes idle connections.
  net.Server.prototype.close.call(server);
  // A connection that the primary has sent meanwhile goes back to it. If this process ended first, the connection would be lost.
  await untilPrimaryKnows();
  const deadline = performance.now() + server.keepAliveTimeout + 1_000;
  while (performance.now() < deadline && (await connectionsOf(server)) > 0)
    await new Promise((resolve) => setTimeout(resolve, CHECK_MS));
}

/**
 * @param {import("node:http").Server} server
 * @returns {Promise<number>}
 */
function connectionsOf(server) {
  return new Promise((resolve) => {
    server.getConnections((_error, count) => resolve(count ?? 0));
  });
}
