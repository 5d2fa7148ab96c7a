import { IncomingMessage, Server, ServerResponse } from "node:http";
import { type ApiRoutes, apiServer } from "./api-server";
import { sendResponse } from "./api-server/send-response";
import { markLocalRequest } from "./local-request";
import { precheckRequest } from "./precheck-request";
import { staticFiles } from "./static-files";

type InterceptOptions = {
  trusts_proxy: boolean;
  /** The routes to serve without the framework; null leaves all to it. */
  api_routes: ApiRoutes | null;
  /** The folder of the build's scripts and style sheets; null leaves them to the framework. */
  static_folder: string | null;
};

/**
 * Patches http.Server to handle each request before Next does. Next hides the socket from its handlers and trusts the client's
 * x-forwarded-for. Without a trusted proxy the header is overwritten here with the socket's address, so that clients cannot
 * evade the rate limits. Next also throws on some methods and malformed paths. The API and the static files are answered here.
 */
export function interceptRequests({ trusts_proxy, api_routes, static_folder }: InterceptOptions): void {
  const serveApi = api_routes && apiServer(api_routes);
  const serveStatic = static_folder === null ? null : staticFiles(static_folder);
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...parts: unknown[]): boolean {
    const [request, response] = parts;
    if (event === "request" && request instanceof IncomingMessage && response instanceof ServerResponse) {
      // Must run before x-forwarded-for is overwritten, because it checks whether the client sent one.
      markLocalRequest(this, request);
      if (!trusts_proxy) request.headers["x-forwarded-for"] = request.socket.remoteAddress ?? "";
      const result = precheckRequest(request.method ?? "", request.url ?? "");
      if (result instanceof Response) {
        void sendResponse(response, result, { is_head: request.method === "HEAD", accepts_gzip: false });
        return true;
      }
      if (result) request.url = result.target;
      else if (serveApi?.(request, response)) return true;
      else if (serveStatic?.(request, response)) return true;
    }
    return Reflect.apply(emit, this, [event, ...parts]) as boolean;
  };
}
