import type { Interval } from "@/lib/values/membership-term";

/** The usual billing intervals; any other is set by number and unit. */
export const intervalPresets: readonly (Interval & { value: string; label: string })[] = [
  { value: "weekly", label: "Weekly", interval_unit: "week", interval_count: 1 },
  { value: "four_weekly", label: "Every 4 weeks", interval_unit: "week", interval_count: 4 },
  { value: "monthly", label: "Monthly", interval_unit: "month", interval_count: 1 },
  { value: "quarterly", label: "Quarterly", interval_unit: "month", interval_count: 3 },
  { value: "half_yearly", label: "Half-yearly", interval_unit: "month", interval_count: 6 },
  { value: "yearly", label: "Yearly", interval_unit: "year", interval_count: 1 },
];
