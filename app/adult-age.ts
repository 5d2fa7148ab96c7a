import { cache } from "react";
import { getOrganization } from "@/lib/domain/organization";
import type { Caller } from "@/lib/kernel/caller";

/** From which age the organization of a page takes somebody for an adult. */
export const adultAge = cache(async (caller: Caller): Promise<number> => {
  const { policies } = await getOrganization(caller, { id: caller.organization?.id ?? "" });
  return policies.adult_age;
});
