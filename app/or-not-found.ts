import { notFound } from "next/navigation";
import { Problem } from "@/lib/kernel/errors";

const hidden: ReadonlySet<string> = new Set(["not_found", "invalid_input", "malformed_cursor"]);

/** For pages whose URL contains an id: a missing, foreign or malformed id answers 404. */
export async function orNotFound<T>(found: Promise<T>): Promise<T> {
  return found.catch((error: unknown) => {
    if (error instanceof Problem && hidden.has(error.code)) notFound();
    throw error;
  });
}
