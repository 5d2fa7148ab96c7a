import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { memberInvitations, members, organizations } from "@/db/schema";
import type { Database } from "@/db/tenancy";
import { organizationOfToken } from "@/lib/domain/identity/invitation";
import { linkInvalid } from "@/lib/domain/identity/one-time-token";
import { hashSecret } from "@/lib/kernel/keys";
import { stillWard } from "@/lib/kernel/resolve-caller";

/**
 * The open invitation of a token with its member, in a transaction bound to its organization. It is invalid once it expired, was
 * used or revoked, and once the member was archived, got a login or another address, or the minor came of age.
 */
export async function getOpenMemberInvitation(db: Database, token: string, now: Temporal.Instant) {
  const [row] = await openInvitation(db, token, now);
  if (!row) throw linkInvalid();
  return row;
}

/** As getOpenMemberInvitation(), and locks the invitation: of two acceptances at the same time one succeeds. */
export async function lockOpenMemberInvitation(db: Database, token: string, now: Temporal.Instant) {
  const [row] = await openInvitation(db, token, now).for("update", { of: memberInvitations });
  if (!row) throw linkInvalid();
  return row;
}

function openInvitation(db: Database, token: string, now: Temporal.Instant) {
  const organization_id = organizationOfToken(token);
  return db
    .select({
      invitation: memberInvitations,
      first_name: members.first_name,
      last_name: members.last_name,
      guardian_name: members.guardian_name,
      language: members.language,
    })
    .from(memberInvitations)
    .innerJoin(
      organizations,
      and(eq(organizations.id, memberInvitations.organization_id), isNull(organizations.suspended_at)),
    )
    .innerJoin(members, and(eq(members.organization_id, organization_id), eq(members.id, memberInvitations.member_id)))
    .where(
      and(
        eq(memberInvitations.organization_id, organization_id),
        eq(memberInvitations.token_hash, hashSecret(token)),
        isNull(memberInvitations.accepted_at),
        isNull(memberInvitations.revoked_at),
        gt(memberInvitations.expires_at, now.toString()),
        isNull(members.archived_at),
        isNull(members.user_id),
        sql`exists (select from member_addresses a join organizations o on o.id = a.organization_id
          where a.organization_id = ${organization_id} and a.member_id = ${memberInvitations.member_id}
            and a.kind = ${memberInvitations.kind} and a.email = ${memberInvitations.email}
            and (a.kind = 'own' or ${sql.raw(stillWard)} > ${now.toString()}::timestamptz))`,
      ),
    )
    .$dynamic();
}

export type OpenInvitation = Awaited<ReturnType<typeof getOpenMemberInvitation>>;
