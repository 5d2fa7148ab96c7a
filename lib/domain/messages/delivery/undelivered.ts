import { z } from "zod";
import { job } from "@/lib/contracts/contract";
import { tellStaff } from "@/lib/domain/messages/staff-notices";
import { operation } from "@/lib/kernel/operation";
import { channel } from "@/lib/values/notifications";
import { channelNames } from "./fail";

const terms = job({
  id: "notifications.tell_of_undelivered",
  input: z.strictObject({ channel }),
  output: z.object({ told: z.int() }),
});

/** A queue could not be worked through, for a reason that is not its vendor's. Said once a day. */
export const tellOfUndelivered = operation(terms, async (ctx, input) => ({
  told: await tellStaff(ctx, {
    kind: "job_failed",
    event_key: `undelivered:${input.channel}:${ctx.now.toString().slice(0, 10)}`,
    title: `${channelNames[input.channel]}: messages could not be sent`,
    body: "They wait in the queue and are tried again every minute. If they still wait in an hour, the server's log has the reason.",
    href: `/manage/${ctx.organization.slug}/messages?state=queued,sending&channel=${input.channel}`,
    permission: "messages.configure",
  }),
}));
