import type { EntryMembership } from "./facts";

/** A membership row of `factsSql`. */
export type MembershipFacts = Pick<
  EntryMembership,
  | "id"
  | "plan_name"
  | "starts_on"
  | "ends_on"
  | "cancelled_on"
  | "freezes"
  | "location_ids"
  | "access_hours"
  | "overdue"
  | "limits"
> & {
  sessions_included: number | null;
  sessions_used: number;
  used_today: boolean;
};

export function toEntryMembership(row: MembershipFacts): EntryMembership {
  const { sessions_included, sessions_used, used_today, ...rest } = row;
  return {
    ...rest,
    quota:
      sessions_included === null
        ? null
        : {
            limit: sessions_included,
            used: sessions_used,
            used_today,
          },
  };
}
