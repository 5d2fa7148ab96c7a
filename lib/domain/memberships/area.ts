import { sql } from "drizzle-orm";
import type { Area } from "@/lib/domain/area";
import { byLocation, columnOf } from "@/lib/domain/audit-targets";
import {
  cancellationWithdrawn,
  freezeChanged,
  membershipCancelled,
  membershipFrozen,
  membershipSold,
  planChanged,
  planChangeUndone,
  priceIncreaseScheduled,
} from "./events";
import { plansWithinReach } from "./plans";

const planAndMember = sql`(select s.plan_name || ' for ' || trim(m.first_name || ' ' || m.last_name)
  from memberships s join members m on m.organization_id = s.organization_id and m.id = s.member_id
  where s.organization_id = audit_entries.organization_id and s.id = audit_entries.target_id)`;

export const memberships: Area = {
  name: "memberships",
  events: [
    membershipSold,
    membershipCancelled,
    cancellationWithdrawn,
    membershipFrozen,
    freezeChanged,
    planChanged,
    planChangeUndone,
    priceIncreaseScheduled,
  ],
  audit: {
    phrases: {
      "coupons.archive": "archived the coupon {}",
      "coupons.create": "created the coupon {}",
      "coupons.restore": "restored the coupon {}",
      "coupons.update": "changed the coupon {}",
      "membership_plans.archive": "archived the plan {}",
      "membership_plans.create": "created the plan {}",
      "membership_plans.restore": "restored the plan {}",
      "membership_plans.update": "changed the plan {}",
      "price_increases.create": "scheduled a new price of {}",
      "price_increases.withdraw": "withdrew the new price of {}",
      "price_rules.put": "changed the price rules of {}",
      "memberships.cancel": "cancelled {}",
      "memberships.change_freeze_end": "changed the freeze of {}",
      "memberships.change_plan": "changed the plan of {}",
      "memberships.freeze": "froze {}",
      "memberships.remove_freeze": "removed the freeze of {}",
      "memberships.sell": "sold {}",
      "memberships.undo_plan_change": "undid the plan change of {}",
      "memberships.update": "moved the start of {}",
      "memberships.withdraw_cancellation": "withdrew the cancellation of {}",
    },
    filters: {
      coupons: "Coupons",
      memberships: "Memberships",
      membership_plans: "Plans",
      price_increases: "Price increases",
      price_rules: "Price rules",
    },
    targets: {
      coupon: { name: columnOf("coupons", "code"), path: (id) => `/coupons?coupon=${id}` },
      membership: { name: planAndMember, reach: byLocation("memberships") },
      membership_plan: {
        name: columnOf("membership_plans", "name"),
        reach: { table: "membership_plans", within: plansWithinReach },
        path: (id) => `/plans?plan=${id}`,
      },
    },
  },
  schedules: { renewals: async () => (await import("./renewals/renewals")).renewals },
  navigation: [
    { label: "Plans & prices", path: "/plans", icon: "plans", group: "Money", permission: "plans.read", position: 40 },
    { label: "Coupons", path: "/coupons", icon: "coupons", group: "Money", permission: "coupons.read", position: 41 },
  ],
};
