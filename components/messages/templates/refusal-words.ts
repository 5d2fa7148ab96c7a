import { ApiError } from "@/lib/client/api";

/** What is wrong with a text says its field; the document's own sentence is about all of them. */
export const refusalWords = (error: Error): string =>
  (error instanceof ApiError ? error.errors[0]?.message : undefined) ?? error.message;
