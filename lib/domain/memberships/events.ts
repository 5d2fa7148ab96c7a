import { z } from "zod";
import { defineEvent } from "@/lib/kernel/events";

const membership = z.object({ membership_id: z.uuid(), member_id: z.uuid() });

export const membershipSold = defineEvent(
  "memberships/membership.sold",
  membership.extend({ total_minor: z.int(), currency: z.string() }),
);
export const membershipCancelled = defineEvent(
  "memberships/membership.cancelled",
  membership.extend({ cancelled_on: z.iso.date().nullable() }),
);
export const cancellationWithdrawn = defineEvent("memberships/cancellation.withdrawn", membership);

const day = z.iso.date().nullable();

export const membershipFrozen = defineEvent(
  "memberships/membership.frozen",
  membership.extend({ from_on: z.iso.date(), to_on: day }),
);
export const freezeChanged = defineEvent("memberships/freeze.changed", membership.extend({ to_on: day }));
export const planChanged = defineEvent(
  "memberships/plan.changed",
  membership.extend({ plan_id: z.uuid(), when: z.enum(["now", "period_end"]) }),
);
export const planChangeUndone = defineEvent("memberships/plan_change.undone", membership);
export const payerChanged = defineEvent("memberships/payer.changed", membership);
export const membershipTransferred = defineEvent(
  "memberships/membership.transferred",
  membership.extend({ to_membership_id: z.uuid(), to_member_id: z.uuid() }),
);

/** A closure whose job has work. */
export const closureChanged = defineEvent("memberships/closure.changed", z.object({ closure_id: z.uuid() }));
export const priceIncreaseScheduled = defineEvent(
  "memberships/price_increase.scheduled",
  z.object({ increase_id: z.uuid(), plan_id: z.uuid() }),
);
