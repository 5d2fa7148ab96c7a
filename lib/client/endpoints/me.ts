import type { Endpoint } from "@/lib/client/endpoint";
import type * as me from "@/lib/contracts/me/me";
import type * as own from "@/lib/contracts/memberships/own-memberships";

export const getOwnProfile: Endpoint<typeof me.getOwnProfile> = { id: "me.get", method: "GET", path: "/api/v1/me" };

export const updateOwnProfile: Endpoint<typeof me.updateOwnProfile> = {
  id: "me.update",
  method: "PATCH",
  path: "/api/v1/me",
};

export const cancelOwnMembership: Endpoint<typeof own.cancelOwnMembership> = {
  id: "me.cancel_membership",
  method: "POST",
  path: "/api/v1/me/memberships/{id}/cancellations",
};

export const withdrawOwnCancellation: Endpoint<typeof own.withdrawOwnCancellation> = {
  id: "me.withdraw_cancellation",
  method: "DELETE",
  path: "/api/v1/me/memberships/{id}/cancellations/current",
};

export const previewOwnFreeze: Endpoint<typeof own.previewOwnFreeze> = {
  id: "me.preview_freeze",
  method: "POST",
  path: "/api/v1/me/memberships/{id}/freezes/preview",
  writes_nothing: true,
};

export const freezeOwnMembership: Endpoint<typeof own.freezeOwnMembership> = {
  id: "me.freeze_membership",
  method: "POST",
  path: "/api/v1/me/memberships/{id}/freezes",
};

export const removeOwnFreeze: Endpoint<typeof own.removeOwnFreeze> = {
  id: "me.remove_freeze",
  method: "DELETE",
  path: "/api/v1/me/memberships/{id}/freezes/current",
};

export const showOwnPerson: Endpoint<typeof me.showOwnPerson> = {
  id: "me.show_person",
  method: "POST",
  path: "/api/v1/me/people",
};
