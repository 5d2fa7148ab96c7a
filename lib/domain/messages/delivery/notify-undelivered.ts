import { z } from "zod";
import { job } from "@/lib/contracts/contract";
import { notifyStaff } from "@/lib/domain/messages/staff-notices";
import { operation } from "@/lib/kernel/operation";
import { channel } from "@/lib/values/schemas/notifications";
import { channelNames } from "./provider-failure";

const contract = job({
  id: "notifications.tell_of_undelivered",
  input: z.strictObject({ channel }),
  output: z.object({ notified: z.int() }),
});

/** Notifies staff, once a day, that a queue could not be processed for a reason other than its vendor. */
export const notifyUndelivered = operation(contract, async (ctx, input) => ({
  notified: await notifyStaff(ctx, {
    kind: "job_failed",
    event_key: `undelivered:${input.channel}:${ctx.now.toString().slice(0, 10)}`,
    title: `${channelNames[input.channel]}: messages could not be sent`,
    body: "The messages stay in the queue and are retried every minute. If they are still waiting after an hour, see the server's log.",
    href: `/manage/${ctx.organization.slug}/messages?state=queued,sending&channel=${input.channel}`,
    permission: "messages.configure",
  }),
}));
