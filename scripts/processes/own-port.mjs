import { once } from "node:events";
import http from "node:http";

/** All processes share one port. The executor of the jobs and the check of readiness need this very process. */
const SERVED = /^\/api\/(inngest|health\/ready)(\?|$)/;
const RETRY_MS = 50;

/**
 * Serves the paths of above on a free port of the loopback address.
 *
 * @param {() => http.Server | undefined} main
 */
export async function openOwnPort(main) {
  const own = new http.Server((request, response) => {
    const server = main();
    if (server && SERVED.test(request.url ?? "")) server.emit("request", request, response);
    else response.writeHead(404).end();
  });
  own.listen({ port: 0, host: "127.0.0.1", exclusive: true });
  await once(own, "listening");
  const address = own.address();
  return address && typeof address === "object" ? address.port : 0;
}

/** @param {number} port */
export async function waitUntilReady(port) {
  while ((await statusOf(port)) !== 200) await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
}

/**
 * @param {number} port
 * @returns {Promise<number>} 0 without an answer
 */
function statusOf(port) {
  return new Promise((resolve) => {
    const request = http.get({ port, host: "127.0.0.1", path: "/api/health/ready", agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on("error", () => resolve(0));
  });
}
