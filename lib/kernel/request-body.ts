import type { ApiRequest } from "./api-message";
import { Problem } from "./errors";
import { readStrictJson } from "./strict-json";
import { limitBytes, readAll, tooLarge } from "./upload";

const maxJsonBytes = 1024 * 1024;

export async function readJsonBody(request: ApiRequest): Promise<Record<string, unknown>> {
  const declared = Number(request.headers.get("content-length") ?? Number.NaN);
  if (declared > maxJsonBytes) throw tooLarge(maxJsonBytes);
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  const bytes = await readBody(request, Number.isNaN(declared));
  if (bytes.length > maxJsonBytes) throw tooLarge(maxJsonBytes);
  if (bytes.length === 0) return {};
  if (type !== "application/json")
    throw new Problem("unsupported_media_type", "Send JSON with Content-Type application/json.");
  const body = parse(bytes);
  if (body === null || typeof body !== "object" || Array.isArray(body)) {
    throw new Problem("malformed_body", "The body must be a JSON object.");
  }
  return body as Record<string, unknown>;
}

/** The server enforces a declared length. Without one the stream is limited while it is read. */
async function readBody(request: ApiRequest, is_unbounded: boolean): Promise<Buffer> {
  if (!is_unbounded) return Buffer.from(await request.arrayBuffer());
  const { body } = request;
  return body ? readAll(limitBytes(body, maxJsonBytes)) : Buffer.alloc(0);
}

function parse(bytes: Buffer): unknown {
  try {
    return readStrictJson(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Problem(
      "malformed_body",
      "The body must be valid JSON in UTF-8, without duplicate names in an object and without `__proto__`.",
    );
  }
}
