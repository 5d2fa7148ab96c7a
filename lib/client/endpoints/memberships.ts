import type { Endpoint } from "@/lib/client/endpoint";
import type * as closures from "@/lib/contracts/memberships/closures";
import type * as coupons from "@/lib/contracts/memberships/coupons";
import type * as actions from "@/lib/contracts/memberships/membership-actions";
import type * as life from "@/lib/contracts/memberships/membership-life";
import type * as membershipPlans from "@/lib/contracts/memberships/membership-plans";
import type * as memberships from "@/lib/contracts/memberships/memberships";
import type * as priceIncreases from "@/lib/contracts/memberships/price-increases";
import type * as priceRules from "@/lib/contracts/memberships/price-rules";

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

export const listMemberships: Endpoint<typeof memberships.listMemberships> = {
  id: "memberships.list",
  method: "GET",
  path: "/api/v1/memberships",
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

export const previewCancellation: Endpoint<typeof actions.previewCancellation> = {
  id: "memberships.preview_cancellation",
  method: "POST",
  path: "/api/v1/memberships/{id}/cancellations/preview",
  writes_nothing: true,
};

export const previewFreeze: Endpoint<typeof actions.previewFreeze> = {
  id: "memberships.preview_freeze",
  method: "POST",
  path: "/api/v1/memberships/{id}/freezes/preview",
  writes_nothing: true,
};

export const freezeMembership: Endpoint<typeof actions.freezeMembership> = {
  id: "memberships.freeze",
  method: "POST",
  path: "/api/v1/memberships/{id}/freezes",
};

export const previewReturn: Endpoint<typeof actions.previewReturn> = {
  id: "memberships.preview_return",
  method: "POST",
  path: "/api/v1/memberships/{id}/freezes/current/preview",
  writes_nothing: true,
};

export const changeFreezeEnd: Endpoint<typeof actions.changeFreezeEnd> = {
  id: "memberships.change_freeze_end",
  method: "PATCH",
  path: "/api/v1/memberships/{id}/freezes/current",
};

export const removeFreeze: Endpoint<typeof actions.removeFreeze> = {
  id: "memberships.remove_freeze",
  method: "DELETE",
  path: "/api/v1/memberships/{id}/freezes/current",
};

export const previewPlanChange: Endpoint<typeof actions.previewPlanChange> = {
  id: "memberships.preview_plan_change",
  method: "POST",
  path: "/api/v1/memberships/{id}/plan-changes/preview",
  writes_nothing: true,
};

export const changePlan: Endpoint<typeof actions.changePlan> = {
  id: "memberships.change_plan",
  method: "POST",
  path: "/api/v1/memberships/{id}/plan-changes",
};

export const undoPlanChange: Endpoint<typeof actions.undoPlanChange> = {
  id: "memberships.undo_plan_change",
  method: "DELETE",
  path: "/api/v1/memberships/{id}/plan-changes/pending",
};

export const previewPayer: Endpoint<typeof life.previewPayer> = {
  id: "memberships.preview_payer",
  method: "POST",
  path: "/api/v1/memberships/{id}/payer/preview",
  writes_nothing: true,
};

export const changePayer: Endpoint<typeof life.changePayer> = {
  id: "memberships.change_payer",
  method: "PUT",
  path: "/api/v1/memberships/{id}/payer",
};

export const previewRenewal: Endpoint<typeof life.previewRenewal> = {
  id: "memberships.preview_renewal",
  method: "POST",
  path: "/api/v1/memberships/{id}/renewals/preview",
  writes_nothing: true,
};

export const renewMembership: Endpoint<typeof life.renewMembership> = {
  id: "memberships.renew",
  method: "POST",
  path: "/api/v1/memberships/{id}/renewals",
};

export const previewTransfer: Endpoint<typeof life.previewTransfer> = {
  id: "memberships.preview_transfer",
  method: "POST",
  path: "/api/v1/memberships/{id}/transfers/preview",
  writes_nothing: true,
};

export const transferMembership: Endpoint<typeof life.transferMembership> = {
  id: "memberships.transfer",
  method: "POST",
  path: "/api/v1/memberships/{id}/transfers",
};

export const getCancellationOptions: Endpoint<typeof actions.getCancellationOptions> = {
  id: "memberships.cancellation_options",
  method: "GET",
  path: "/api/v1/memberships/{id}/cancellation",
};

export const previewClosure: Endpoint<typeof closures.previewClosure> = {
  id: "closures.preview",
  method: "POST",
  path: "/api/v1/closures/previews",
  writes_nothing: true,
};

export const createClosure: Endpoint<typeof closures.createClosure> = {
  id: "closures.create",
  method: "POST",
  path: "/api/v1/closures",
};

export const undoClosure: Endpoint<typeof closures.undoClosure> = {
  id: "closures.undo",
  method: "POST",
  path: "/api/v1/closures/{id}/undo",
};

export const retryClosure: Endpoint<typeof closures.retryClosure> = {
  id: "closures.retry",
  method: "POST",
  path: "/api/v1/closures/{id}/retries",
};

export const putPriceRules: Endpoint<typeof priceRules.putPriceRules> = {
  id: "price_rules.put",
  method: "PUT",
  path: "/api/v1/membership-plans/{id}/price-rules",
};

export const previewPriceRules: Endpoint<typeof priceRules.previewPriceRules> = {
  id: "price_rules.preview",
  method: "POST",
  path: "/api/v1/membership-plans/{id}/price-rules/preview",
  writes_nothing: true,
};

export const previewPriceIncrease: Endpoint<typeof priceIncreases.previewPriceIncrease> = {
  id: "price_increases.preview",
  method: "POST",
  path: "/api/v1/membership-plans/{id}/price-increases/preview",
  writes_nothing: true,
};

export const createPriceIncrease: Endpoint<typeof priceIncreases.createPriceIncrease> = {
  id: "price_increases.create",
  method: "POST",
  path: "/api/v1/membership-plans/{id}/price-increases",
};

export const withdrawPriceIncrease: Endpoint<typeof priceIncreases.withdrawPriceIncrease> = {
  id: "price_increases.withdraw",
  method: "DELETE",
  path: "/api/v1/membership-plans/{id}/price-increases/current",
};
