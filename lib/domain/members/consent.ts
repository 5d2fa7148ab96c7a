import { and, eq, sql } from "drizzle-orm";
import { messagePreferences } from "@/db/schema";
import type { Ctx } from "@/lib/kernel/operation";
import { channels } from "@/lib/values/delivery";
import type { Member } from "./find";

type Consent = Pick<Member, "marketing_consent_at">;

export const consentsAnew = (before: Consent, after: Consent): boolean =>
  before.marketing_consent_at === null && after.marketing_consent_at !== null;

/** A consent that every channel contradicts is none: whoever consents anew wants to hear something. */
export async function reopenChannels(
  { db, organization_id }: Pick<Ctx<unknown>, "db" | "organization_id">,
  member_id: string,
): Promise<void> {
  const closed = and(
    eq(messagePreferences.organization_id, organization_id),
    eq(messagePreferences.member_id, member_id),
    eq(messagePreferences.category, "marketing"),
    eq(messagePreferences.is_allowed, false),
  );
  await db
    .delete(messagePreferences)
    .where(and(closed, sql`(select count(*) from ${messagePreferences} where ${closed}) = ${channels.length}`));
}
