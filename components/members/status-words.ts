import type { MemberStatus } from "@/lib/values/statuses";

const daysInWords = (days: number): string => `${days} ${days === 1 ? "day" : "days"}`;

/** What "expiring" means by the policy of the organization. */
export const endingWords = (expiring_days: number): string =>
  expiring_days === 0 ? "Ending today" : `Ending in ${daysInWords(expiring_days)}`;

export const noneEnding = (expiring_days: number): string =>
  `No membership ends ${expiring_days === 0 ? "today" : `in the next ${daysInWords(expiring_days)}`}.`;

/** Says nothing about visits where there is no active member. */
export const noneInactive = (
  { by_status }: { by_status: Record<MemberStatus, number> },
  inactive_days: number,
): string =>
  by_status.active === 0
    ? "No active members yet."
    : `Every active member has visited in the last ${daysInWords(inactive_days)}.`;

export const statusLabels: Record<MemberStatus, string> = {
  active: "Active",
  trial: "Trial",
  frozen: "Frozen",
  expiring: "Expiring",
  overdue: "Overdue",
  expired: "Expired",
  cancelled: "Cancelled",
  none: "No membership",
};
