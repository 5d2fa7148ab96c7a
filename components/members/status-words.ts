import type { MemberStatus } from "@/lib/values/statuses";

export const statusWords: Record<MemberStatus, string> = {
  active: "Active",
  trial: "Trial",
  frozen: "Frozen",
  expiring: "Expiring",
  overdue: "Overdue",
  expired: "Expired",
  cancelled: "Cancelled",
  none: "No membership",
};
