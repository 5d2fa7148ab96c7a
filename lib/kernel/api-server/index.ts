import type { IncomingMessage, ServerResponse } from "node:http";
import type { Contract } from "@/lib/contracts/contract";
import { withWildcards } from "@/lib/kernel/api-paths";
import { log } from "@/lib/kernel/log";
import { PathTree } from "@/lib/kernel/path-tree";
import type { Route } from "@/lib/kernel/route";
import { sendParts, sendResponse } from "./send-response";
import { toApiRequest } from "./to-api-request";
import { toRequest } from "./to-request";

/** With `serve` it needs no standard Request and Response, which cost a tenth of an operation. */
type Handler = ((request: Request) => Response | Promise<Response>) & Partial<Pick<Route<Contract>, "serve">>;
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
    const answer = await (handle.serve ? handle.serve(toApiRequest(incoming)) : handle(await toRequest(incoming)));
    const options = { is_head, accepts_gzip: acceptsGzip(incoming) };
    await (answer instanceof Response ? sendResponse(outgoing, answer, options) : sendParts(outgoing, answer, options));
  } catch (error) {
    // The client has gone, or the body failed after the first byte.
    if (outgoing.destroyed || outgoing.headersSent) return void outgoing.destroy();
    log().error({ err: error }, "request failed");
    outgoing.writeHead(500).end();
  }
}

const acceptsGzip = ({ headers }: IncomingMessage): boolean =>
  /(^|,)\s*(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*(,|$))[^,]*)?(,|$)/.test(String(headers["accept-encoding"] ?? ""));
