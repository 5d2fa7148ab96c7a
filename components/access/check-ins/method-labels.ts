import type { CheckInMethod } from "@/lib/values/statuses";

export const methodLabels: Record<CheckInMethod, string> = {
  qr: "Phone pass",
  card: "Card",
  code: "Member code",
  manual: "Manual",
};
