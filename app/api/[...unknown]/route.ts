import { notFound } from "@/lib/kernel/errors";
import { problemResponse } from "@/lib/kernel/problem-response";

/** An address that no operation has: the API answers it in its own words, too. */
const unknown = (request: Request): Response => problemResponse(notFound(), crypto.randomUUID(), request.url);

export { unknown as DELETE, unknown as GET, unknown as PATCH, unknown as POST, unknown as PUT };
