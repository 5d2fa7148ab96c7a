import { ApiError } from "@/lib/client/api";

/** The message of the first field error, which is more specific than the document's detail. */
export const firstErrorMessage = (error: Error): string =>
  (error instanceof ApiError ? error.errors[0]?.message : undefined) ?? error.message;
