import { IncomingMessage, Server, ServerResponse } from "node:http";
import { markLocalRequest } from "./local-request";
import { precheckRequest } from "./precheck-request";

/**
 * Patches http.Server to handle each request before Next does. Next hides the socket from its handlers and trusts the client's
 * x-forwarded-for. Without a trusted proxy the header is overwritten here with the socket's address, so that clients cannot
 * evade the rate limits. Next also throws on some methods and malformed paths.
 */
export function interceptRequests({ trusts_proxy }: { trusts_proxy: boolean }): void {
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...parts: unknown[]): boolean {
    const [request, response] = parts;
    if (event === "request" && request instanceof IncomingMessage && response instanceof ServerResponse) {
      // Must run before x-forwarded-for is overwritten, because it checks whether the client sent one.
      markLocalRequest(this, request);
      if (!trusts_proxy) request.headers["x-forwarded-for"] = request.socket.remoteAddress ?? "";
      const result = precheckRequest(request.method ?? "", request.url ?? "");
      if (result instanceof Response) {
        void sendResponse(response, result);
        return true;
      }
      if (result) request.url = result.target;
    }
    return Reflect.apply(emit, this, [event, ...parts]) as boolean;
  };
}

async function sendResponse(outgoing: ServerResponse, response: Response): Promise<void> {
  const body = await response.text();
  outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(body);
}
