import { Problem } from "./errors";
import { readStrictJson } from "./strict-json";
import { limitBytes, readAll, tooLarge } from "./upload";

const maxJsonBytes = 1024 * 1024;

export async function readJsonBody(request: Request): Promise<Record<string, unknown>> {
  const declared = Number(request.headers.get("content-length") ?? Number.NaN);
  if (declared > maxJsonBytes) throw tooLarge(maxJsonBytes);
  if (!request.body) return {};
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  // The server enforces a declared length. Without one the stream is limited while it is read.
  const bytes = Number.isNaN(declared)
    ? await readAll(limitBytes(request.body, maxJsonBytes))
    : Buffer.from(await request.arrayBuffer());
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
