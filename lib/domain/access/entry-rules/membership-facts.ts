import type { EntryMembership } from "./facts";

/** A membership as the facts statement reads it. */
export type MembershipFacts = Pick<
  EntryMembership,
  "id" | "plan_name" | "starts_on" | "ends_on" | "cancelled_on" | "frozen_periods" | "location_ids" | "access_hours"
> & {
  arrears_since_on: string | null;
  arrears_minor: number;
  currency: string;
  sessions_included: number | null;
  sessions_used: number;
  used_today: boolean;
};

export function toEntryMembership(row: MembershipFacts): EntryMembership {
  const { arrears_since_on, arrears_minor, currency, sessions_included, sessions_used, used_today, ...rest } = row;
  return {
    ...rest,
    // No status is stored: the days say it.
    status: "active",
    arrears: arrears_since_on && { since_on: arrears_since_on, amount_minor: arrears_minor, currency },
    // I9: every pack counts days, so that who steps out for lunch comes back on the same session.
    quota: sessions_included && {
      kind: "days",
      period: "membership",
      limit: sessions_included,
      used: sessions_used,
      used_today,
    },
  } as EntryMembership;
}
