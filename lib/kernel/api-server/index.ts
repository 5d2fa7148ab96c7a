import type { IncomingMessage, ServerResponse } from "node:http";
import { withWildcards } from "@/lib/kernel/api-paths";
import { log } from "@/lib/kernel/log";
import { PathTree } from "@/lib/kernel/path-tree";
import { acceptsEncoding } from "./accepts-encoding";
import { sendResponse } from "./send-response";
import { toRequest } from "./to-request";

type Handler = (request: Request) => Response | Promise<Response>;
type RouteModule = Partial<Record<string, Handler>>;

/** Loads the module of a route file by its path, as /api/v1/members/{id}. */
export type ApiRoutes = Readonly<Record<string, () => Promise<object>>>;

/** Answers the request if its path is in the table. False: it belongs to the framework. */
export type ApiServer = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;

/**
 * Serves the route files of the API on a Node server. In front of Next it saves the framework's pipeline, which costs more CPU than
 * an average operation. The method must have been checked before.
 */
export function apiServer(routes: ApiRoutes): ApiServer {
  const tree = new PathTree<() => Promise<object>>();
  for (const [path, load] of Object.entries(routes)) tree.set(withWildcards(path), () => load);
  return (incoming, outgoing) => {
    const load = tree.find(pathOf(incoming));
    if (!load) return false;
    void serve(load, incoming, outgoing);
    return true;
  };
}

const pathOf = ({ url = "/" }: IncomingMessage): string => {
  const end = url.indexOf("?");
  return end === -1 ? url : url.slice(0, end);
};

async function serve(load: () => Promise<object>, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  try {
    const module = (await load()) as RouteModule;
    const is_head = incoming.method === "HEAD";
    const handle = module[is_head ? "GET" : (incoming.method ?? "")];
    if (!handle) throw new Error(`The route of ${pathOf(incoming)} has no ${incoming.method}`);
    const response = await handle(await toRequest(incoming));
    await sendResponse(outgoing, response, { is_head, accepts_gzip: acceptsEncoding(incoming, "gzip") });
  } catch (error) {
    // The client has gone, or the body failed after the first byte.
    if (outgoing.destroyed || outgoing.headersSent) return void outgoing.destroy();
    log().error({ err: error }, "request failed");
    outgoing.writeHead(500).end();
  }
}
