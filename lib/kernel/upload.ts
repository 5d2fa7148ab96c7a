import { createHash } from "node:crypto";
import { Problem } from "./errors";

/** A raw request body with a size limit. */
export type Upload = {
  content_type: string;
  stream: ReadableStream<Uint8Array>;
  /** SHA-256 of the whole body. Reads the rest of the stream. */
  digest(): Promise<string>;
};

export function uploadFrom(body: ReadableStream<Uint8Array>, content_type: string, max_bytes: number): Upload {
  const hash = createHash("sha256");
  let is_whole = false;
  const hashed = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      hash.update(chunk);
      controller.enqueue(chunk);
    },
    flush() {
      is_whole = true;
    },
  });
  const stream = limitBytes(body, max_bytes).pipeThrough(hashed);
  return {
    content_type,
    stream,
    async digest() {
      if (!is_whole) for await (const _ of stream);
      if (!is_whole) throw new Error("The upload was aborted");
      return hash.digest("base64url");
    },
  };
}

/** Fails with 413 after `max_bytes`. */
export function limitBytes(stream: ReadableStream<Uint8Array>, max_bytes: number): ReadableStream<Uint8Array> {
  let seen = 0;
  return stream.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        seen += chunk.byteLength;
        if (seen > max_bytes) throw tooLarge(max_bytes);
        controller.enqueue(chunk);
      },
    }),
  );
}

export function tooLarge(max_bytes: number): Problem {
  return new Problem("payload_too_large", `The body may have at most ${max_bytes.toLocaleString("en-US")} bytes.`);
}

export async function readAll(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
