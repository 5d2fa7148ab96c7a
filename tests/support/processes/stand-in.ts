import { createServer } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { JobFunction } from "@/inngest/embedded/registration";
import { setSubscribedEvents, subscribedEvents } from "@/inngest/embedded/subscribed-events";
import { ownPort, untilJobsRunHere } from "@/lib/kernel/process-group";
import { requestLimiters } from "@/lib/kernel/rate-limit";
import { onShutdown, shutDown } from "@/lib/kernel/shutdown";

/** A small server in the place of the application's, for the tests of its processes. */

let has_jobs = false;
void untilJobsRunHere().then(() => {
  has_jobs = true;
  // The name shows which process has announced it.
  setSubscribedEvents([{ events: [{ name: `by/${process.pid}` }], cancel: [] } as unknown as JobFunction]);
});

if (process.env.STAND_IN === "broken") process.exit(7);

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "", "http://127.0.0.1");
  if (pathname === "/crash") process.exit(3);
  if (pathname === "/slow") await wait(300);
  if (pathname === "/take") {
    const state = await requestLimiters.address.take(searchParams.get("key") ?? "");
    response.setHeader("remaining", state.remaining);
    response.statusCode = state.is_allowed ? 200 : 429;
  }
  response.end(JSON.stringify({ pid: process.pid, has_jobs, own_port: ownPort(), subscribed: subscribedEvents() }));
});
server.keepAliveTimeout = 500;
onShutdown("requests", () => new Promise((resolve) => server.close(resolve)));
process.on("SIGTERM", () => void shutDown().then(() => process.exit(0)));
server.listen(Number(process.env.PORT), "127.0.0.1");
