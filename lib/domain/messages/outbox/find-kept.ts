import { isoInstant } from "@/db/schema";
import { bindTenant, clientOf, type Database } from "@/db/tenancy";
import type { Channel } from "@/lib/values/delivery";

export type Found = { organization_id: string; id: string; created_at: string };

type Wanted = { id?: string; channel?: Channel | undefined; older_than?: Place | undefined; limit: number };
export type Place = { created_at: string; id: string };

const gymsAtOnce = 100;

/**
 * Where messages are kept of which gym. Row-level security lets each be asked from within only: a hundred gyms are asked in
 * one round trip, one statement after the other, and only for what says where their messages are.
 */
export async function findKept(db: Database, organization_ids: readonly string[], wanted: Wanted): Promise<Found[]> {
  const found: Found[] = [];
  for (let from = 0; from < organization_ids.length; from += gymsAtOnce) {
    const asked = organization_ids.slice(from, from + gymsAtOnce);
    const text = asked
      .map(
        (organization_id) =>
          `${bindTenant({ organization_id, user_id: null })}; ${statement(db, organization_id, wanted)}`,
      )
      .join(";\n");
    const answers = (await clientOf(db).query(text)) as unknown as { rows: { id: string; created_at: string }[] }[];
    // Each gym has two answers, the first to being bound.
    for (const [index, organization_id] of asked.entries()) {
      for (const { id, created_at } of answers[index * 2 + 1]?.rows ?? [])
        found.push({ organization_id, id, created_at: isoInstant(created_at) });
    }
  }
  return found;
}

/** Values stand in the text because several statements have no parameters. */
function statement(db: Database, organization_id: string, { id, channel, older_than, limit }: Wanted): string {
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
