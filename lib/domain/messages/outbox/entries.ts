import { and, eq, type SQL, sql } from "drizzle-orm";
import { messages, outboxMails } from "@/db/schema";
import { bindTenant, type Database } from "@/db/tenancy";
import type { OrganizationCard } from "@/lib/kernel/caller";
import type { Channel } from "@/lib/values/delivery";
import { truncate } from "@/lib/values/storable-text";

export type OutboxEntry = {
  id: string;
  channel: Channel;
  gym_name: string | null;
  to: string;
  subject: string;
  body: string;
  created_at: string;
};

/** Messages and mails without a vendor. */
export const isLocalMail = eq(outboxMails.vendor, "local");
export const isLocalMessage = (organization: Pick<OrganizationCard, "id">): SQL | undefined =>
  and(
    eq(messages.organization_id, organization.id),
    eq(messages.vendor, "local"),
    sql`${messages.sent_at} is not null`,
  );

/** Binds the current transaction to another organization, or to none. */
export const bindOrganization = (db: Database, organization_id: string | null) =>
  db.execute(sql.raw(bindTenant({ organization_id, user_id: null })));

const maxSubject = 80;

export function entryOfMail({
  id,
  to_email,
  subject,
  text_body,
  created_at,
}: typeof outboxMails.$inferSelect): OutboxEntry {
  return { id, channel: "email", gym_name: null, to: to_email, subject, body: text_body, created_at };
}

export function entryOfMessage(row: typeof messages.$inferSelect, gym_name: string): OutboxEntry {
  const { id, channel, to_address, to_name, body, created_at } = row;
  const first = body.length > maxSubject ? `${truncate(body, maxSubject)}…` : body;
  const to = channel === "push" ? to_name : to_address;
  return { id, channel, gym_name, to, subject: row.subject || first, body, created_at };
}
