import type { OpeningHours } from "@/lib/values/opening-hours";
import type { StaffRole } from "@/lib/values/permissions";
import type { IntervalUnit, PlanKind } from "@/lib/values/statuses";
import type { SeedBilling } from "./billing/settings";
import type { NamePool, WrittenName } from "./names/pool";

/** The situation of a seeded member today. "starting" is a membership that starts in the future. */
export const seedStatuses = [
  "active",
  "trial",
  "starting",
  "frozen",
  "expiring",
  "overdue",
  "expired",
  "cancelled",
  "none",
] as const;
export type SeedStatus = (typeof seedStatuses)[number];

export type SeedLocation = {
  name: string;
  time_zone: string;
  capacity: number;
  opening_hours: OpeningHours;
  week_starts_on: number;
  address: string;
  phone: string;
  /** Share of the members who train here. */
  share: number;
  streets: string[];
};

export type SeedPlan = {
  code: string;
  name: string;
  description: string;
  kind: PlanKind;
  price_minor: number;
  joining_fee_minor: number;
  interval_unit: IntervalUnit;
  interval_count: number;
  sessions_included: number | null;
  access_hours: OpeningHours | null;
  /** Location name; null gives access to all locations. */
  only_at: string | null;
  is_archived: boolean;
  /** Relative frequency among active members. */
  weight: number;
};

type PlanDefaults =
  | "joining_fee_minor"
  | "interval_unit"
  | "interval_count"
  | "sessions_included"
  | "access_hours"
  | "only_at"
  | "is_archived";

/** What most plans of a gym have in common: a month, no joining fee, every location at every hour. */
export const seedPlan = (plan: Omit<SeedPlan, PlanDefaults> & Partial<Pick<SeedPlan, PlanDefaults>>): SeedPlan => ({
  joining_fee_minor: 0,
  interval_unit: "month",
  interval_count: 1,
  sessions_included: null,
  access_hours: null,
  only_at: null,
  is_archived: false,
  ...plan,
});

type SeedTeamMember = {
  email: string;
  name: string;
  role: StaffRole;
  title: string;
  only_at: string | null;
  signs_in: boolean;
};

export type SeedGym = {
  slug: string;
  name: string;
  locale: string;
  currency: string;
  brand_color: string;
  member_code_prefix: string;
  opened_days_ago: number;
  locations: SeedLocation[];
  plans: SeedPlan[];
  team: SeedTeamMember[];
  members: Record<SeedStatus, number>;
  /** The member with a login. */
  member_account: (WrittenName & { email: string }) | null;
  names: NamePool[];
  written_names: WrittenName[];
  phone: (index: number) => string;
  tags: string[];
  notes: string[];
  cancel_reasons: string[];
  billing: SeedBilling;
  /** Days ("12-25") with fewer visits, as a factor. */
  quiet_days: Record<string, number>;
};

/** Visit factor by month, January first. */
export const monthlySwing = [1.2, 1.12, 1.03, 1, 0.98, 0.94, 0.88, 0.87, 1.05, 1.03, 0.95, 0.82];
/** Visit factor by weekday, Monday first. */
export const weeklySwing = [1.2, 1.16, 1.13, 1, 0.84, 0.76, 0.52];
