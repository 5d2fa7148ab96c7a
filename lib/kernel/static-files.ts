import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { acceptsEncoding } from "./api-server/accepts-encoding";
import { log } from "./log";

const types: Record<string, string> = {
  ".js": "application/javascript; charset=UTF-8",
  ".css": "text/css; charset=UTF-8",
};

/** As fast as gzip and 5 % smaller. The higher levels would delay the first visitor after a start. */
const brotliQuality = 5;

const encoders = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
};

/** Answers the request for a script or a style sheet of the build. False: it belongs to the framework. */
export type StaticFiles = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;

/**
 * Serves the scripts and style sheets of a build, compressed whatever their size: pages name many small ones. Next compresses none
 * below 1 kB, and the others again for each request. A file is compressed at its first request and then stays in memory, less than
 * 1 MB for all. The names contain a hash of the content. A client without compression is answered by Next.
 */
export function staticFiles(folder: string): StaticFiles {
  const known = new Map<string, Partial<Record<keyof typeof encoders, Promise<Buffer>>>>();
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
  for (const name of names) if (extname(name) in types) known.set(`/_next/static/${name}`, {});

  async function send(incoming: IncomingMessage, outgoing: ServerResponse, path: string, encoding: "br" | "gzip") {
    const encoded = known.get(path) ?? {};
    try {
      encoded[encoding] ??= readFile(join(folder, path.slice("/_next/static/".length))).then(encoders[encoding]);
      const body = await encoded[encoding];
      outgoing.writeHead(200, {
        "content-type": types[extname(path)],
        "content-encoding": encoding,
        "content-length": body.length,
        "cache-control": "public, max-age=31536000, immutable",
        vary: "Accept-Encoding",
      });
      outgoing.end(incoming.method === "HEAD" ? undefined : body);
    } catch (error) {
      delete encoded[encoding];
      log().error({ err: error }, "static file failed");
      outgoing.writeHead(500).end();
    }
  }

  return (incoming, outgoing) => {
    const path = (incoming.url ?? "").replace(/\?.*/s, "");
    if (!known.has(path) || (incoming.method !== "GET" && incoming.method !== "HEAD")) return false;
    const encoding = acceptsEncoding(incoming, "br") ? "br" : acceptsEncoding(incoming, "gzip") ? "gzip" : null;
    if (!encoding) return false;
    void send(incoming, outgoing, path, encoding);
    return true;
  };
}
