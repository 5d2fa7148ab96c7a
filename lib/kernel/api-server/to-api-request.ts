import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import type { ApiRequest } from "@/lib/kernel/api-message";
import { hasBody } from "./to-request";

export function toApiRequest(incoming: IncomingMessage): ApiRequest {
  let body: ApiRequest["body"] | undefined;
  return {
    method: incoming.method ?? "GET",
    // The origin has no meaning: nothing depends on the Host header.
    url: `http://localhost${incoming.url ?? "/"}`,
    headers: {
      get: (name) => {
        // Node has combined repeated headers already.
        const value = incoming.headers[name];
        return value === undefined ? null : String(value);
      },
    },
    get body() {
      body ??= hasBody(incoming) ? (Readable.toWeb(incoming) as ApiRequest["body"]) : null;
      return body;
    },
    arrayBuffer: () => readBody(incoming),
  };
}

/** Fails if the client goes before the body is complete. */
function readBody(incoming: IncomingMessage): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const onClose = () => reject(new Error("The client closed the connection before the end of the request"));
    if (incoming.destroyed) return onClose();
    incoming
      .on("data", (chunk: Buffer) => chunks.push(chunk))
      .on("end", () => {
        const { buffer, byteOffset, byteLength } = Buffer.concat(chunks);
        resolve(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
      })
      .on("error", reject)
      .on("close", onClose);
  });
}
