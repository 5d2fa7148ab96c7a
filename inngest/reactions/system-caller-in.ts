import { findOrganizationCard } from "@/lib/domain/organization";
import { type Caller, systemCaller } from "@/lib/kernel/caller";

/** The system caller in the organization of the event. */
export async function systemCallerIn(organization_id: string, name: string): Promise<Caller> {
  const organization = await findOrganizationCard({ id: organization_id });
  if (!organization) throw new Error(`There is no organization ${organization_id}`);
  return systemCaller(name, organization);
}
