import { ApiError } from "@/lib/client/api";

/** The message of the first field error, which is more specific than the document's detail. */
export const refusalWords = (error: Error): string =>
  (error instanceof ApiError ? error.errors[0]?.message : undefined) ?? error.message;
