import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, text } from "@/lib/contracts/fields";
import { cancelReasons } from "@/lib/values/membership-terms";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { actionPreview, cancellationOptions } from "./membership-actions";
import { membership } from "./memberships";

const base = { scope: "own", access: "memberships.manage_own", tag: "Member's own" } as const;
const errors = ["invalid_input", "forbidden", "not_found", "conflict", "version_conflict"] as const;
const previewErrors = ["invalid_input", "forbidden", "not_found", "conflict"] as const;

const cancelFields = {
  id,
  when: z.enum(["now", "period_end"]),
  reason: text(300).optional(),
  reason_code: z.enum(cancelReasons).exclude(["not_paying", "relocation", "medical", "death"]).optional(),
};
const freezeFields = {
  id,
  from_on: calendarDay,
  to_on: calendarDay.nullable().optional(),
  reason: text(300).optional(),
};

export const getOwnCancellation = contract({
  ...base,
  id: "me.cancellation_options",
  method: "GET",
  path: "/api/v1/me/memberships/{id}/cancellation",
  input: z.strictObject({ id }),
  output: cancellationOptions.omit({ overriding_reasons: true, needs_proof: true }),
  errors: ["not_found"],
});

export const previewOwnCancellation = contract({
  ...base,
  id: "me.preview_cancellation",
  method: "POST",
  path: "/api/v1/me/memberships/{id}/cancellations/preview",
  writes_nothing: true,
  input: z.strictObject(cancelFields),
  output: actionPreview,
  errors: previewErrors,
});

export const cancelOwnMembership = contract({
  ...base,
  id: "me.cancel_membership",
  method: "POST",
  path: "/api/v1/me/memberships/{id}/cancellations",
  input: z.strictObject(cancelFields),
  output: membership,
  status: 201,
  errors,
});

export const withdrawOwnCancellation = contract({
  ...base,
  id: "me.withdraw_cancellation",
  method: "DELETE",
  path: "/api/v1/me/memberships/{id}/cancellations/current",
  input: z.strictObject({ id }),
  output: membership,
  errors,
});

export const previewOwnFreeze = contract({
  ...base,
  id: "me.preview_freeze",
  method: "POST",
  path: "/api/v1/me/memberships/{id}/freezes/preview",
  writes_nothing: true,
  input: z.strictObject(freezeFields),
  output: actionPreview,
  errors: previewErrors,
});

export const freezeOwnMembership = contract({
  ...base,
  id: "me.freeze_membership",
  method: "POST",
  path: "/api/v1/me/memberships/{id}/freezes",
  input: z.strictObject(freezeFields),
  output: membership,
  status: 201,
  errors,
});

export const removeOwnFreeze = contract({
  ...base,
  id: "me.remove_freeze",
  method: "DELETE",
  path: "/api/v1/me/memberships/{id}/freezes/current",
  input: z.strictObject({ id }),
  output: membership,
  errors,
});
