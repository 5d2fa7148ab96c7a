import { Problem } from "@/lib/kernel/errors";

/** For pages of links from e-mails: a link that does not work, in whatever way, is null. */
export function nullIfInvalid(error: unknown): null {
  if (error instanceof Problem && (error.code === "link_invalid" || error.code === "invalid_input")) return null;
  throw error;
}
