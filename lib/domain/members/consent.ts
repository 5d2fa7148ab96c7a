import { and, eq, sql } from "drizzle-orm";
import { messagePreferences } from "@/db/schema";
import type { TenantCtx } from "@/lib/kernel/operation";
import { channels } from "@/lib/values/delivery";
import type { Member } from "./find";

type Consent = Pick<Member, "marketing_consent_at">;

export const givesConsent = (before: Consent, after: Consent): boolean =>
  before.marketing_consent_at === null && after.marketing_consent_at !== null;

/** A new consent allows all marketing channels again if the member's preferences forbid every one of them. */
export async function allowMarketingChannels({ db, organization_id }: TenantCtx, member_id: string): Promise<void> {
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
