import { and, eq, type SQL, sql } from "drizzle-orm";
import { messages, outboxMails } from "@/db/schema";
import { bindTenant, type Database } from "@/db/tenancy";
import type { OrganizationCard } from "@/lib/kernel/caller";
import type { Channel } from "@/lib/values/delivery";
import { truncate } from "@/lib/values/storable-text";

export type Kept = {
  id: string;
  channel: Channel;
  gym_name: string | null;
  to: string;
  subject: string;
  body: string;
  created_at: string;
};

/** What stays here because nobody carries it. */
export const keptMail = eq(outboxMails.vendor, "local");
export const keptMessage = (organization: Pick<OrganizationCard, "id">): SQL | undefined =>
  and(
    eq(messages.organization_id, organization.id),
    eq(messages.vendor, "local"),
    sql`${messages.sent_at} is not null`,
  );

/** Goes on inside an organization, or outside of all, within the same transaction. */
export const bind = (db: Database, organization_id: string | null) =>
  db.execute(sql.raw(bindTenant({ organization_id, user_id: null })));

const longest = 80;

export function keptOfMail({ id, to_email, subject, text_body, created_at }: typeof outboxMails.$inferSelect): Kept {
  return { id, channel: "email", gym_name: null, to: to_email, subject, body: text_body, created_at };
}

export function keptOfMessage(row: typeof messages.$inferSelect, gym_name: string): Kept {
  const { id, channel, to_address, to_name, body, created_at } = row;
  const first = body.length > longest ? `${truncate(body, longest)}…` : body;
  const to = channel === "push" ? to_name : to_address;
  return { id, channel, gym_name, to, subject: row.subject || first, body, created_at };
}
