import { notFound } from "next/navigation";
import { Problem } from "@/lib/kernel/errors";

const hidden: ReadonlySet<string> = new Set(["not_found", "invalid_input", "malformed_cursor"]);

/** For a page whose address names a row: one that is missing, foreign or misspelt is a page that is not there. */
export async function orNotFound<T>(found: Promise<T>): Promise<T> {
  return found.catch((error: unknown) => {
    if (error instanceof Problem && hidden.has(error.code)) notFound();
    throw error;
  });
}
