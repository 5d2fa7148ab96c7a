import { inngest } from "@/inngest/client";
import { type EventData, on } from "@/inngest/events";
import { finishBulks } from "@/lib/domain/messages/bulk";
import { messageQueued } from "@/lib/domain/messages/events";
import { deliver, notifyUndelivered } from "@/lib/domain/messages/notifications";
import { filterValid } from "@/lib/domain/messages/reminders";
import { findOrganizationCard } from "@/lib/domain/organization";
import { systemCaller } from "@/lib/kernel/caller";
import { systemClock } from "@/lib/kernel/clock";
import { actingIn } from "./acting-in";

/** Of a few seconds each; whatever is left after them goes on in a run of its own. */
const turns = 30;

/**
 * Empties one queue: a channel of an organization, what is urgent apart from what is not. One run at a time for each, so that
 * a vendor hears from us at its own pace, and a gym whose vendor fails keeps no other gym waiting.
 */
export const deliverMessages = inngest.createFunction(
  {
    id: "deliver-messages",
    name: "Send what is queued",
    triggers: [on(messageQueued)],
    retries: 3,
    concurrency: {
      key: 'event.data.organization_id + "/" + event.data.channel + "/" + event.data.lane',
      limit: 1,
    },
    // The messages stay in the queue, and the next minute's sweep begins again.
    onFailure: ({ event, step }) =>
      step.run("tell", async () => {
        const { organization_id, channel } = event.data.event.data as EventData<typeof messageQueued>;
        return notifyUndelivered(await actingIn(organization_id, "Messages"), { channel });
      }),
  },
  async ({ event, step }) => {
    const { organization_id, channel, lane } = event.data;
    for (let turn = 1; turn <= turns; turn++) {
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
