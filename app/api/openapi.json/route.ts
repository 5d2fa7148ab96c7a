import { env } from "@/lib/kernel/env";
import { openApiDocument } from "@/lib/kernel/openapi";

/** `?tag=` limits the document to the operations with that tag. */
export function GET(request: Request): Response {
  const tag = new URL(request.url).searchParams.get("tag") ?? undefined;
  return Response.json(openApiDocument(env().PUBLIC_URL, tag), { headers: { "cache-control": "public, max-age=300" } });
}
