import { IncomingMessage, Server, ServerResponse } from "node:http";
import { refuseRequest } from "./refuse-request";
import { markThisMachine } from "./this-machine";

/**
 * Sees each request of this process before Next does. Next shows its handlers no socket, and takes a client's own
 * x-forwarded-for for its address: without a trusted proxy that header is written here, from the connection, or anybody could
 * try passwords from an address of their choice. Next also fails at methods and addresses that it cannot read.
 */
export function standInFront({ trusts_proxy }: { trusts_proxy: boolean }): void {
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...parts: unknown[]): boolean {
    const [request, response] = parts;
    if (event === "request" && request instanceof IncomingMessage && response instanceof ServerResponse) {
      // Before the header is written: it says whether the client itself sent one.
      markThisMachine(this, request);
      if (!trusts_proxy) request.headers["x-forwarded-for"] = request.socket.remoteAddress ?? "";
      const refusal = refuseRequest(request.method ?? "", request.url ?? "");
      if (refusal instanceof Response) {
        void answer(response, refusal);
        return true;
      }
      if (refusal) request.url = refusal.target;
    }
    return Reflect.apply(emit, this, [event, ...parts]) as boolean;
  };
}

async function answer(response: ServerResponse, refusal: Response): Promise<void> {
  const body = await refusal.text();
  response.writeHead(refusal.status, Object.fromEntries(refusal.headers)).end(body);
}
