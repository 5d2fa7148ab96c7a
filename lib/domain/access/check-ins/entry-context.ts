import type { Temporal } from "temporal-polyfill";
import { clientOf } from "@/db/tenancy";
import type { EntryFacts, EntryLocation } from "@/lib/domain/access/entry-rules/facts";
import { type MembershipFacts, toEntryMembership } from "@/lib/domain/access/entry-rules/membership-facts";
import { recentCounts } from "@/lib/domain/access/occupancy/recent-counts";
import type { OrganizationCard } from "@/lib/kernel/caller";
import { notFound, Problem } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import type { CredentialState } from "@/lib/values/entry-reasons";
import { instantText } from "@/lib/values/instant";
import { type Policies, policiesOf } from "@/lib/values/policies";
import type { CheckInMethod } from "@/lib/values/statuses";
import type { Credential } from "./credential";
import { factsSql } from "./facts-sql";

export type Scan = {
  credential: Credential;
  /** The method that the caller states; by default it follows from the credential. */
  method: CheckInMethod | undefined;
  location_id: string | undefined;
};

export type Person = {
  id: string;
  member_code: string;
  first_name: string;
  last_name: string;
  photo_file_id: string | null;
};

type PersonFacts = Person & {
  birth_on: string | null;
  archived_at: string | null;
  banned_at: string | null;
  ban_reason: string | null;
  waiver_signed_at: string | null;
  guardian_signed_at: string | null;
};

type Row = {
  location: EntryLocation | null;
  member: PersonFacts | null;
  is_card: boolean | null;
  is_card_revoked: boolean | null;
  used_by_visit_id: string | null;
  memberships: MembershipFacts[];
  open_visit: { id: string; location_id: string; check_in_at: string; auto_check_out_at: string } | null;
  last_visit: { id: string; location_id: string; check_in_at: string; check_out_at: string | null } | null;
  has_visited: boolean;
  visits_this_month: number;
  inside: number;
};

/** A scan with everything its decision depends on. */
export type EntryContext = {
  facts: EntryFacts;
  policies: Policies;
  organization: OrganizationCard;
  person: Person | null;
  open_visit: Row["open_visit"];
  visits_this_month: number;
};

/** Throws 404 for a member or location outside the caller's reach, 422 if the location is ambiguous. */
export async function loadEntryContext(ctx: Ctx<unknown>, scan: Scan, at: Temporal.Instant): Promise<EntryContext> {
  const { credential } = scan;
  const is_now = at === ctx.now;
  const received_at = instantText(ctx.now.epochMilliseconds);
  // A stated time may have decimals below the millisecond.
  const entered_at = is_now ? received_at : at.toString();
  const known = is_now ? recentCounts.of(ctx.organization_id) : { location_ids: [], inside: [] };
  const { rows } = await clientOf(ctx.db).query<Row>({
    text: factsSql,
    values: [
      ctx.organization_id,
      credential.member_id,
      credential.card_hash,
      credential.member_code,
      entered_at,
      scan.location_id ?? null,
      ctx.caller.location_ids,
      credential.nonce,
      known.location_ids,
      known.inside,
    ],
  });
  const [row] = rows;
  if (!row) throw new Error("The query of the entry facts returned no row");
  if (credential.kind === "member_id" && !row.member) throw notFound();
  if (!row.location) {
    if (scan.location_id) throw notFound();
    throw new Problem("location_required", "Send location_id: you have no access to the member's home location.");
  }
  if (is_now) recentCounts.read(ctx.organization_id, row.location, row.inside);
  const policies = policiesOf(ctx.organization);
  return {
    policies,
    organization: ctx.organization,
    person: row.member,
    open_visit: row.open_visit,
    visits_this_month: row.visits_this_month,
    facts: {
      now: entered_at,
      received_at,
      locale: ctx.organization.locale,
      location: row.location,
      occupancy: row.inside,
      policy: policies,
      credential: {
        kind: scan.method ?? methodOf(credential, row),
        state: stateOf(credential, row),
        used_by_visit_id: row.used_by_visit_id,
      },
      member: row.member && entryMember(row.member, row.has_visited, at),
      memberships: row.memberships.map((one) => toEntryMembership(one)),
      open_visit: row.open_visit,
      last_visit: row.last_visit,
    },
  };
}

const methodOf = ({ kind }: Credential, { is_card }: Row): CheckInMethod =>
  kind === "member_id" ? "manual" : kind === "code" && is_card ? "card" : kind;

function stateOf(credential: Credential, row: Row): CredentialState {
  if (credential.state !== "ok") return credential.state;
  if (!row.member) return "unknown";
  if (row.is_card_revoked) return "revoked";
  return row.used_by_visit_id ? "replayed" : "ok";
}

/** The member at the time of entry: a later ban or archiving does not count. */
function entryMember(row: PersonFacts, has_visited: boolean, at: Temporal.Instant): NonNullable<EntryFacts["member"]> {
  const was_set = (instant: string | null) => instant !== null && Date.parse(instant) <= at.epochMilliseconds;
  return {
    id: row.id,
    first_name: row.first_name,
    is_archived: was_set(row.archived_at),
    ban: was_set(row.banned_at) ? { reason: row.ban_reason ?? "" } : null,
    birth_on: row.birth_on,
    waiver_signed_at: row.waiver_signed_at,
    guardian_signed_at: row.guardian_signed_at,
    visits_before: has_visited ? 1 : 0,
  };
}
