import { cache } from "react";
import { getOrganization } from "@/lib/domain/organization";
import type { Caller } from "@/lib/kernel/caller";

/** The age of majority in the organization's policies, read once per request. */
export const adultAge = cache(async (caller: Caller): Promise<number> => {
  const { policies } = await getOrganization(caller, { id: caller.organization?.id ?? "" });
  return policies.adult_age;
});
