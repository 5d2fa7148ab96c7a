import type { messages } from "@/db/schema";
import type { OrganizationCard } from "@/lib/kernel/caller";
import type { Clock } from "@/lib/kernel/clock";
import type { Ctx } from "@/lib/kernel/operation";
import type { Channel } from "@/lib/values/delivery";

export type Lane = "urgent" | "bulk";

export type Message = typeof messages.$inferSelect;

type Scope = Pick<Ctx<unknown>, "db" | "organization" | "organization_id" | "now">;

/** P13: those of these messages whose words are still true, each with the numbers that have changed since they were written. */
export type StillTrue = (scope: Scope, all: readonly Message[]) => Promise<Map<string, Record<string, number>>>;

/** One queue: a channel of an organization, and in it what is urgent or what can wait for it. */
export type Queue = {
  organization: OrganizationCard;
  channel: Channel;
  lane: Lane;
  clock: Clock;
  /** Asked right before the vendor is: the area that wrote a message knows what it says. */
  stillTrue: StillTrue;
};

export const tenantOf = ({ organization }: Queue) => ({ organization_id: organization.id, user_id: null });
