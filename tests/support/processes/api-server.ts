import { createServer } from "node:http";
import { apiRoutes } from "@/app/api/route-table.generated";
import { apiServer } from "@/lib/kernel/api-server";

/** The API in a process of its own, without the framework, for tests that kill the server. */
const serve = apiServer(apiRoutes);

const server = createServer((incoming, outgoing) => {
  if (!serve(incoming, outgoing)) outgoing.writeHead(404).end();
});

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.({ port: typeof address === "object" && address ? address.port : 0 });
});
