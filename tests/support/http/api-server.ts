import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { apiRoutes } from "@/app/api/route-table.generated";
import { apiServer } from "@/lib/kernel/api-server";
import { recordStatements } from "@/tests/support/database/statements";

/** The routes of the table, in a server of their own as in front of Next. */
export async function startApiServer(): Promise<{ send: (request: Request) => Promise<Response>; close: () => void }> {
  const serve = apiServer(apiRoutes);
  const server = createServer((incoming, outgoing) => {
    if (!recordStatements(() => serve(incoming, outgoing))) outgoing.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { send: (request) => fetch(at(server, request)), close: () => close(server) };
}

function at(server: Server, request: Request): Request {
  const { pathname, search } = new URL(request.url);
  const { port } = server.address() as AddressInfo;
  return new Request(`http://127.0.0.1:${port}${pathname}${search}`, request);
}

function close(server: Server): void {
  server.close();
  server.closeAllConnections();
}
