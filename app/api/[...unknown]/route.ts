import { notFound } from "@/lib/kernel/errors";
import { problemResponse } from "@/lib/kernel/problem-response";

/** Answers API URLs without an operation with a problem document. */
const unknown = (request: Request): Response => problemResponse(notFound(), crypto.randomUUID(), request.url);

export { unknown as DELETE, unknown as GET, unknown as PATCH, unknown as POST, unknown as PUT };
