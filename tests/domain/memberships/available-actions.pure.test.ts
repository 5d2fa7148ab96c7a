import { expect, test } from "vitest";
import {
  availableActions,
  type MembershipAction,
  type MembershipRights,
} from "@/components/memberships/available-actions";
import type { Membership } from "@/components/memberships/membership";
import type { Plan } from "@/components/memberships/plans/plan-form";

const membership = {
  status: "active",
  kind: "recurring",
  plan_id: "off-peak",
  currency: "USD",
  location_id: "brooklyn",
  cancelled_on: null,
  freeze: null,
  next_plan: null,
  ends_on: null,
  renewed_by_id: null,
} as unknown as Membership;

const plan = { id: "anytime", kind: "recurring", currency: "USD", location_ids: ["brooklyn"] } as unknown as Plan;
const everything: MembershipRights = {
  cancel: true,
  move: true,
  freeze: true,
  change_plan: true,
  override: true,
  backdate: true,
  renew: true,
  change_payer: true,
  transfer: true,
  companies: true,
};

const actionsOf = (fields: Partial<Membership>, rights = everything, plans = [plan]) =>
  availableActions({ ...membership, ...fields }, rights, plans, "2026-03-05");

test.each<[Partial<Membership>, MembershipAction[]]>([
  [{}, ["freeze", "plan", "payer", "transfer", "cancel"]],
  [{ status: "pending" }, ["start", "freeze", "plan", "payer", "transfer", "cancel"]],
  [{ kind: "day_pass" }, ["cancel"]],
  [{ kind: "session_pack", ends_on: "2026-05-01" }, ["freeze", "renew", "payer", "transfer", "cancel"]],
  [
    { freeze: { from_on: "2026-03-10", to_on: null } },
    ["freeze", "return", "remove_freeze", "plan", "payer", "cancel"],
  ],
  [
    { status: "frozen", kind: "fixed_term", ends_on: "2026-05-01", freeze: { from_on: "2026-03-01", to_on: null } },
    ["return", "payer", "cancel"],
  ],
  [
    { next_plan: { plan_id: "anytime", plan_name: "Anytime", from_on: "2026-04-01" } },
    ["freeze", "undo_plan", "payer", "transfer", "cancel"],
  ],
  [{ cancelled_on: "2026-04-01" }, ["freeze", "payer", "withdraw", "cancel"]],
  [{ status: "cancelled", cancelled_on: "2026-03-01" }, ["renew"]],
  [{ status: "expired", ends_on: "2026-03-01" }, ["renew"]],
  [{ status: "expired", ends_on: "2026-03-01", renewed_by_id: "next" }, []],
  [{ status: "expired", ends_on: "2026-03-01", kind: "trial" }, []],
])("a membership offers the actions that its dates leave open: %o", (fields, actions) => {
  expect(actionsOf(fields)).toEqual(actions);
});

test("each action needs its own permission", () => {
  const nothing = Object.fromEntries(
    Object.keys(everything).map((name) => [name, false]),
  ) as unknown as MembershipRights;
  expect(actionsOf({ status: "pending" }, nothing)).toEqual([]);
  expect(actionsOf({ status: "pending" }, { ...nothing, freeze: true })).toEqual(["freeze"]);
  expect(actionsOf({ status: "pending" }, { ...nothing, change_plan: true })).toEqual(["plan"]);
  expect(actionsOf({}, { ...nothing, change_payer: true })).toEqual(["payer"]);
  expect(actionsOf({}, { ...nothing, transfer: true })).toEqual(["transfer"]);
  expect(actionsOf({ status: "expired" }, { ...nothing, renew: true })).toEqual(["renew"]);
});

test.each<[string, Partial<Plan>]>([
  ["is the present one", { id: "off-peak" }],
  ["is of another kind", { kind: "fixed_term" }],
  ["is priced in another currency", { currency: "EUR" }],
  ["is sold at another location", { location_ids: ["queens"] }],
])("a plan is not offered for a change if it %s", (_, fields) => {
  expect(actionsOf({}, everything, [{ ...plan, ...fields }])).toEqual(["freeze", "payer", "transfer", "cancel"]);
});
