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
} as unknown as Membership;

const plan = { id: "anytime", kind: "recurring", currency: "USD", location_ids: ["brooklyn"] } as unknown as Plan;
const everything: MembershipRights = {
  cancel: true,
  move: true,
  freeze: true,
  change_plan: true,
  override: true,
  backdate: true,
};

const actionsOf = (fields: Partial<Membership>, rights = everything, plans = [plan]) =>
  availableActions({ ...membership, ...fields }, rights, plans, "2026-03-05");

test.each<[Partial<Membership>, MembershipAction[]]>([
  [{}, ["freeze", "plan", "cancel"]],
  [{ status: "pending" }, ["start", "freeze", "plan", "cancel"]],
  [{ kind: "day_pass" }, ["cancel"]],
  [{ kind: "session_pack" }, ["freeze", "cancel"]],
  [{ freeze: { from_on: "2026-03-10", to_on: null } }, ["freeze", "return", "remove_freeze", "plan", "cancel"]],
  [{ status: "frozen", freeze: { from_on: "2026-03-01", to_on: null } }, ["return", "cancel"]],
  [
    { next_plan: { plan_id: "anytime", plan_name: "Anytime", from_on: "2026-04-01" } },
    ["freeze", "undo_plan", "cancel"],
  ],
  [{ cancelled_on: "2026-04-01" }, ["freeze", "withdraw", "cancel"]],
  [{ status: "cancelled", cancelled_on: "2026-03-01" }, []],
  [{ status: "expired" }, []],
])("a membership offers the actions that its dates leave open: %o", (fields, actions) => {
  expect(actionsOf(fields)).toEqual(actions);
});

test("each action needs its own permission", () => {
  const nothing = { cancel: false, move: false, freeze: false, change_plan: false, override: false, backdate: false };
  expect(actionsOf({ status: "pending" }, nothing)).toEqual([]);
  expect(actionsOf({ status: "pending" }, { ...nothing, freeze: true })).toEqual(["freeze"]);
  expect(actionsOf({ status: "pending" }, { ...nothing, change_plan: true })).toEqual(["plan"]);
});

test.each<[string, Partial<Plan>]>([
  ["is the present one", { id: "off-peak" }],
  ["is of another kind", { kind: "fixed_term" }],
  ["is priced in another currency", { currency: "EUR" }],
  ["is sold at another location", { location_ids: ["queens"] }],
])("a plan is not offered for a change if it %s", (_, fields) => {
  expect(actionsOf({}, everything, [{ ...plan, ...fields }])).toEqual(["freeze", "cancel"]);
});
