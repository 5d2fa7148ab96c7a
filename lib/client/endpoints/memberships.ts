import type { Endpoint } from "@/lib/client/endpoint";
import type * as coupons from "@/lib/contracts/memberships/coupons";
import type * as actions from "@/lib/contracts/memberships/membership-actions";
import type * as membershipPlans from "@/lib/contracts/memberships/membership-plans";
import type * as memberships from "@/lib/contracts/memberships/memberships";

export const createPlan: Endpoint<typeof membershipPlans.createPlan> = {
  id: "membership_plans.create",
  method: "POST",
  path: "/api/v1/membership-plans",
};

export const updatePlan: Endpoint<typeof membershipPlans.updatePlan> = {
  id: "membership_plans.update",
  method: "PATCH",
  path: "/api/v1/membership-plans/{id}",
};

export const archivePlan: Endpoint<typeof membershipPlans.archivePlan> = {
  id: "membership_plans.archive",
  method: "DELETE",
  path: "/api/v1/membership-plans/{id}",
};

export const restorePlan: Endpoint<typeof membershipPlans.restorePlan> = {
  id: "membership_plans.restore",
  method: "POST",
  path: "/api/v1/membership-plans/{id}/restorations",
};

export const quoteMembership: Endpoint<typeof memberships.quoteMembership> = {
  id: "memberships.quote",
  method: "GET",
  path: "/api/v1/memberships/quotes",
};

export const sellMembership: Endpoint<typeof memberships.sellMembership> = {
  id: "memberships.sell",
  method: "POST",
  path: "/api/v1/memberships",
};

export const updateMembership: Endpoint<typeof memberships.updateMembership> = {
  id: "memberships.update",
  method: "PATCH",
  path: "/api/v1/memberships/{id}",
};

export const cancelMembership: Endpoint<typeof actions.cancelMembership> = {
  id: "memberships.cancel",
  method: "POST",
  path: "/api/v1/memberships/{id}/cancellations",
};

export const withdrawCancellation: Endpoint<typeof actions.withdrawCancellation> = {
  id: "memberships.withdraw_cancellation",
  method: "DELETE",
  path: "/api/v1/memberships/{id}/cancellations/current",
};

export const examplesOfPlan: Endpoint<typeof membershipPlans.examplesOfPlan> = {
  id: "membership_plans.examples",
  method: "POST",
  path: "/api/v1/membership-plans/examples",
  writes_nothing: true,
};

export const createCoupon: Endpoint<typeof coupons.createCoupon> = {
  id: "coupons.create",
  method: "POST",
  path: "/api/v1/coupons",
};

export const updateCoupon: Endpoint<typeof coupons.updateCoupon> = {
  id: "coupons.update",
  method: "PATCH",
  path: "/api/v1/coupons/{id}",
};

export const archiveCoupon: Endpoint<typeof coupons.archiveCoupon> = {
  id: "coupons.archive",
  method: "DELETE",
  path: "/api/v1/coupons/{id}",
};

export const restoreCoupon: Endpoint<typeof coupons.restoreCoupon> = {
  id: "coupons.restore",
  method: "POST",
  path: "/api/v1/coupons/{id}/restorations",
};
