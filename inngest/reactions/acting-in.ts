import { findOrganizationCard } from "@/lib/domain/organization";
import { type Caller, systemCaller } from "@/lib/kernel/caller";

/** The caller of a reaction: the system, inside the organization that the event comes from. */
export async function actingIn(organization_id: string, name: string): Promise<Caller> {
  const organization = await findOrganizationCard({ id: organization_id });
  if (!organization) throw new Error(`There is no organization ${organization_id}`);
  return systemCaller(name, organization);
}
