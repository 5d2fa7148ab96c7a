import { inngest } from "@/inngest/client";
import { type EventData, on } from "@/inngest/events";
import { finishBulks } from "@/lib/domain/messages/bulk";
import { messageQueued } from "@/lib/domain/messages/events";
import { deliver, notifyUndelivered } from "@/lib/domain/messages/notifications";
import { filterValid } from "@/lib/domain/messages/reminders";
import { findOrganizationCard } from "@/lib/domain/organization";
import { systemCaller } from "@/lib/kernel/caller";
import { systemClock } from "@/lib/kernel/clock";
import { systemCallerIn } from "./system-caller-in";

/** Batches of a few seconds each. The rest continues in a new run. */
const maxBatches = 30;

/**
 * Empties one queue: one channel and lane of an organization. One run at a time per queue, so that the vendor's rate limit holds
 * and a failing vendor of one gym delays no other gym.
 */
export const deliverMessages = inngest.createFunction(
  {
    id: "deliver-messages",
    name: "Send queued messages",
    triggers: [on(messageQueued)],
    retries: 3,
    concurrency: {
      key: 'event.data.organization_id + "/" + event.data.channel + "/" + event.data.lane',
      limit: 1,
    },
    // The messages stay in the queue. The sweep of the next minute retries them.
    onFailure: ({ event, step }) =>
      step.run("tell", async () => {
        const { organization_id, channel } = event.data.event.data as EventData<typeof messageQueued>;
        return notifyUndelivered(await systemCallerIn(organization_id, "Messages"), { channel });
      }),
  },
  async ({ event, step }) => {
    const { organization_id, channel, lane } = event.data;
    for (let turn = 1; turn <= maxBatches; turn++) {
      const again_in_ms = await step.run(`turn-${turn}`, async () => {
        const organization = await findOrganizationCard({ id: organization_id });
        if (!organization) return null;
        const turn = await deliver({ organization, channel, lane, clock: systemClock, filterValid });
        if (turn.again_in_ms === null && lane === "bulk")
          await finishBulks(systemCaller("Bulk message", organization), {});
        return turn.again_in_ms;
      });
      if (again_in_ms === null) return;
      if (again_in_ms > 0) await step.sleep(`pause-${turn}`, again_in_ms);
    }
    await step.sendEvent("go-on", { name: messageQueued.name, data: { organization_id, channel, lane } });
  },
);
