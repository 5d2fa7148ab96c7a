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
