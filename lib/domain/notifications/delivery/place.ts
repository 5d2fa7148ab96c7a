import type { messages } from "@/db/schema";
import type { OrganizationCard } from "@/lib/kernel/caller";
import type { Clock } from "@/lib/kernel/clock";
import type { Channel } from "@/lib/values/delivery";

export type Lane = "urgent" | "bulk";

/** One queue: a channel of an organization, and in it what is urgent or what can wait for it. */
export type Queue = { organization: OrganizationCard; channel: Channel; lane: Lane; clock: Clock };

export type Message = typeof messages.$inferSelect;

export const tenantOf = ({ organization }: Queue) => ({ organization_id: organization.id, user_id: null });
