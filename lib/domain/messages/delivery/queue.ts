import type { messages } from "@/db/schema";
import type { OrganizationCard } from "@/lib/kernel/caller";
import type { Clock } from "@/lib/kernel/clock";
import type { OrganizationCtx } from "@/lib/kernel/operation";
import type { Channel } from "@/lib/values/delivery";
import type { Variables } from "@/lib/values/message-variables";

export type Lane = "urgent" | "bulk";

export type Message = typeof messages.$inferSelect;

/** P13: returns the messages that are still valid, each with the variables whose value of today counts. */
export type FilterValid = (ctx: OrganizationCtx, all: readonly Message[]) => Promise<Map<string, Variables>>;

/** The messages of one channel and lane of an organization. */
export type Queue = {
  organization: OrganizationCard;
  channel: Channel;
  lane: Lane;
  clock: Clock;
  /** Called right before the vendor call, by the area that knows the facts of its messages. */
  filterValid: FilterValid;
};

export const tenantOf = ({ organization }: Queue) => ({ organization_id: organization.id, user_id: null });
