import { counted } from "@/lib/values/counted";
import type { MemberStatus } from "@/lib/values/statuses";

/** What "expiring" means by the policy of the organization. */
export const endingWords = (expiring_days: number): string =>
  expiring_days === 0 ? "Ending today" : `Ending in ${counted(expiring_days, "day")}`;

export const noneEnding = (expiring_days: number): string =>
  `No membership ends ${expiring_days === 0 ? "today" : `in the next ${counted(expiring_days, "day")}`}.`;

/** Says nothing about visits where there is no current member. */
export const noneInactive = ({ current }: { current: number }, inactive_days: number): string =>
  current === 0
    ? "No current members yet."
    : `Every current member has visited in the last ${counted(inactive_days, "day")}.`;

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
