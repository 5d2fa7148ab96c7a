import { notFound } from "next/navigation";
import { cache } from "react";
import { pageCaller } from "@/app/page-caller";
import { getMember } from "@/lib/domain/members";
import { Problem } from "@/lib/kernel/errors";

/** The member in the URL, read once for the page and its title. An unknown id answers 404. */
export const memberOf = cache(async (org: string, id: string) => {
  const caller = await pageCaller(org);
  const member = await getMember(caller, { id }).catch((error: unknown) => {
    if (error instanceof Problem && (error.code === "not_found" || error.code === "invalid_input")) notFound();
    throw error;
  });
  return { caller, member };
});
