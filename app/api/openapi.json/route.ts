import { env } from "@/lib/kernel/env";
import { openApiDocument } from "@/lib/kernel/openapi";

export function GET(): Response {
  return Response.json(openApiDocument(env().PUBLIC_URL), { headers: { "cache-control": "public, max-age=300" } });
}
