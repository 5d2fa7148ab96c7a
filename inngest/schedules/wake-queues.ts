import { inngest } from "@/inngest/client";
import { finishBulks } from "@/lib/domain/messages/bulk";
import { dueQueues } from "@/lib/domain/messages/notifications";
import { systemCaller } from "@/lib/kernel/caller";
import { systemClock } from "@/lib/kernel/clock";
import { inEachOrganization } from "./each-organization";
import { scheduledAt } from "./scheduled-at";

/** Finds queues with due messages: scheduled ones, ones delayed by the vendor, and ones left behind by a crash. */
export const wakeQueues = inngest.createFunction(
  {
    id: "wake-queues",
    name: "Wake queues with due messages",
    triggers: [{ cron: "* * * * *" }],
    retries: 2,
    concurrency: 1,
  },
  ({ event, step }) => {
    const minute = scheduledAt(event).epochMilliseconds;
    return inEachOrganization(step, "wake", async (organization) => {
      const { finished } = await finishBulks(systemCaller("Bulk message", organization), {});
      const due = await dueQueues(organization, systemClock);
      if (due.length === 0) return { finished, woken: 0 };
      await inngest.send(
        due.map(({ channel, lane }) => ({
          id: `wake/${organization.id}/${channel}/${lane}/${minute}`,
          name: "notifications/message.queued",
          data: { organization_id: organization.id, channel, lane },
        })),
      );
      return { finished, woken: due.length };
    });
  },
);
