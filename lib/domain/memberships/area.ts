import { sql } from "drizzle-orm";
import type { Area } from "@/lib/domain/area";
import { byLocation, columnOf } from "@/lib/domain/audit-targets";
import {
  cancellationWithdrawn,
  closureChanged,
  freezeChanged,
  membershipCancelled,
  membershipFrozen,
  membershipSold,
  membershipTransferred,
  payerChanged,
  planChanged,
  planChangeUndone,
  priceIncreaseScheduled,
} from "./events";
import { plansWithinReach } from "./plans";

const planAndMember = sql`(select s.plan_name || ' for ' || trim(m.first_name || ' ' || m.last_name)
  from memberships s join members m on m.organization_id = s.organization_id and m.id = s.member_id
  where s.organization_id = audit_entries.organization_id and s.id = audit_entries.target_id)`;

const closureName = sql`(select 'closure of ' || l.name || ' from ' || c.from_on || ' to ' || c.to_on
  from closures c join locations l on l.organization_id = c.organization_id and l.id = c.location_id
  where c.organization_id = audit_entries.organization_id and c.id = audit_entries.target_id)`;

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
    payerChanged,
    membershipTransferred,
    closureChanged,
    priceIncreaseScheduled,
  ],
  audit: {
    phrases: {
      "closures.advance": "froze memberships for {}",
      "closures.create": "closed a location: {}",
      "closures.fail": "could not finish {}",
      "closures.retry": "continued {}",
      "closures.undo": "undid {}",
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
      "memberships.change_payer": "changed the payer of {}",
      "memberships.change_plan": "changed the plan of {}",
      "memberships.freeze": "froze {}",
      "memberships.remove_freeze": "removed the freeze of {}",
      "memberships.renew": "renewed with {}",
      "memberships.sell": "sold {}",
      "memberships.transfer": "transferred {}",
      "memberships.undo_plan_change": "undid the plan change of {}",
      "memberships.update": "moved the start of {}",
      "memberships.withdraw_cancellation": "withdrew the cancellation of {}",
    },
    filters: {
      closures: "Closures",
      coupons: "Coupons",
      memberships: "Memberships",
      membership_plans: "Plans",
      price_increases: "Price increases",
      price_rules: "Price rules",
    },
    targets: {
      closure: { name: closureName, reach: byLocation("closures"), path: () => "/closures" },
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
    {
      label: "Forecast",
      path: "/forecast",
      icon: "forecast",
      group: "Money",
      permission: "revenue.read",
      position: 47,
    },
    { label: "Plans & prices", path: "/plans", icon: "plans", group: "Money", permission: "plans.read", position: 40 },
    {
      label: "Closures",
      path: "/closures",
      icon: "closures",
      group: "Money",
      permission: "closures.write",
      position: 42,
    },
    { label: "Coupons", path: "/coupons", icon: "coupons", group: "Money", permission: "coupons.read", position: 41 },
  ],
};
