import { isoInstant } from "@/db/schema";
import { bindTenant, clientOf, type Database } from "@/db/tenancy";
import type { Channel } from "@/lib/values/delivery";

export type EntryKey = { organization_id: string; id: string; created_at: string };

type Query = { id?: string; channel?: Channel | undefined; older_than?: Position | undefined; limit: number };
export type Position = { created_at: string; id: string };

const organizationsPerQuery = 100;

/**
 * The organization, id and time of each local message. Row-level security allows one organization per statement, so one round
 * trip carries the statements of a hundred organizations.
 */
export async function findKeys(db: Database, organization_ids: readonly string[], query: Query): Promise<EntryKey[]> {
  const found: EntryKey[] = [];
  for (let from = 0; from < organization_ids.length; from += organizationsPerQuery) {
    const batch = organization_ids.slice(from, from + organizationsPerQuery);
    const text = batch
      .map(
        (organization_id) =>
          `${bindTenant({ organization_id, user_id: null })}; ${statement(db, organization_id, query)}`,
      )
      .join(";\n");
    const results = (await clientOf(db).query(text)) as unknown as { rows: { id: string; created_at: string }[] }[];
    // Two results per organization; the first belongs to the binding.
    for (const [index, organization_id] of batch.entries()) {
      for (const { id, created_at } of results[index * 2 + 1]?.rows ?? [])
        found.push({ organization_id, id, created_at: isoInstant(created_at) });
    }
  }
  return found;
}

/** Values are escaped into the text, because multiple statements have no parameters. */
function statement(db: Database, organization_id: string, { id, channel, older_than, limit }: Query): string {
  const text = (value: string) => clientOf(db).escapeLiteral(value);
  return `
    select id, created_at from messages
    where organization_id = ${text(organization_id)} and vendor = 'local' and sent_at is not null
      ${id ? `and id = ${text(id)}::uuid` : ""}
      ${channel ? `and channel = ${text(channel)}` : ""}
      ${older_than ? `and (created_at, id) < (${text(older_than.created_at)}::timestamptz, ${text(older_than.id)}::uuid)` : ""}
    order by created_at desc, id desc
    limit ${Math.trunc(limit)}`;
}
