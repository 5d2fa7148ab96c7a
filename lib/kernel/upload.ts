import { Problem } from "./errors";

/** A raw request body, bounded while it streams. */
export type Upload = { content_type: string; stream: ReadableStream<Uint8Array> };

/** Passes bytes through until `max_bytes`, then fails with 413. */
export function bounded(stream: ReadableStream<Uint8Array>, max_bytes: number): ReadableStream<Uint8Array> {
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
