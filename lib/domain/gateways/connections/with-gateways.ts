import { bindTenant, clientOf, inIdentity } from "@/db/tenancy";

const organizationsPerQuery = 100;

/**
 * The organizations with a gateway, also one that was replaced. Row-level security allows one organization per statement, so one round trip
 * carries the statements of a hundred organizations, and gyms that take money by hand cost the sweeps nothing more.
 */
export const withGateways = (organization_ids: readonly string[]): Promise<Set<string>> => having(organization_ids, "");

/** The organizations with a sandbox. */
export const withSandbox = (organization_ids: readonly string[]): Promise<Set<string>> =>
  having(organization_ids, " and vendor = 'sandbox'");

async function having(organization_ids: readonly string[], condition: string): Promise<Set<string>> {
  const found = new Set<string>();
  for (let from = 0; from < organization_ids.length; from += organizationsPerQuery) {
    const batch = organization_ids.slice(from, from + organizationsPerQuery);
    const results = await inIdentity(null, (db) => {
      const text = batch
        .map(
          (organization_id) => `${bindTenant({ organization_id, user_id: null })};
            select exists (select from payment_gateways
              where organization_id = ${clientOf(db).escapeLiteral(organization_id)}${condition}) as has_one`,
        )
        .join(";\n");
      return clientOf(db).query(text) as unknown as Promise<{ rows: { has_one: boolean }[] }[]>;
    });
    // Two results per organization; the first belongs to the binding.
    for (const [index, organization_id] of batch.entries())
      if (results[index * 2 + 1]?.rows[0]?.has_one) found.add(organization_id);
  }
  return found;
}
