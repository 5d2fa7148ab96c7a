import { bindTenant, clientOf, inIdentity } from "@/db/tenancy";
import { systemClock } from "@/lib/kernel/clock";

const organizationsPerQuery = 100;

/** What is asked of each organization, for an `id` and a time that are escaped. */
type Question = (id: string, now: string) => string;

/**
 * The organizations with a gateway, also one that was replaced. Row-level security allows one organization per statement, so one round trip
 * carries the statements of a hundred organizations, and gyms that take money by hand cost the sweeps nothing more.
 */
export const withGateways = (organization_ids: readonly string[]): Promise<Set<string>> =>
  having(organization_ids, (id) => `exists (select from payment_gateways where organization_id = ${id})`);

/** The organizations with a sandbox. */
export const withSandbox = (organization_ids: readonly string[]): Promise<Set<string>> =>
  having(
    organization_ids,
    (id) => `exists (select from payment_gateways where organization_id = ${id} and vendor = 'sandbox')`,
  );

/** The organizations for which the sweep of each minute finds something that is due. It looks closer. */
export const withGatewayWork = (organization_ids: readonly string[]): Promise<Set<string>> =>
  having(
    organization_ids,
    (id, now) => `
      exists (select from payment_attempts where organization_id = ${id} and ended_at is null
        and (check_at <= ${now} or (status = 'requires_action' and checks = 0)))
      or exists (select from gateway_refunds where organization_id = ${id} and ended_at is null and check_at <= ${now})
      or exists (select from method_setups where organization_id = ${id} and ended_at is null and check_at <= ${now})
      or exists (select from saved_methods where organization_id = ${id} and detach_at <= ${now})
      or exists (select from gateway_events where organization_id = ${id} and status = 'received')
      or exists (select from disputes where organization_id = ${id} and closed_at is null and check_at <= ${now})`,
  );

/** The organizations with failed payments that are collected, or that failed in the last days. */
export const withFailedPayments = (organization_ids: readonly string[]): Promise<Set<string>> =>
  having(
    organization_ids,
    (id, now) => `
      exists (select from dunning_cases where organization_id = ${id} and status <> 'ended')
      or exists (select from payment_attempts where organization_id = ${id} and status = 'failed'
        and ended_at > ${now} - interval '72 hours')`,
  );

async function having(organization_ids: readonly string[], question: Question): Promise<Set<string>> {
  const found = new Set<string>();
  for (let from = 0; from < organization_ids.length; from += organizationsPerQuery) {
    const batch = organization_ids.slice(from, from + organizationsPerQuery);
    const results = await inIdentity(null, (db) => {
      const escaped = (text: string) => clientOf(db).escapeLiteral(text);
      const now = `${escaped(systemClock.now().toString())}::timestamptz`;
      const text = batch
        .map(
          (organization_id) => `${bindTenant({ organization_id, user_id: null })};
            select (${question(escaped(organization_id), now)}) as has_one`,
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
