import { inngest } from "@/inngest/client";
import { type EventData, on } from "@/inngest/events";
import { failBulk, finishBulks, prepareBulk } from "@/lib/domain/messages/bulk";
import { bulkWritten } from "@/lib/domain/messages/events";
import { systemCallerIn } from "./system-caller-in";

/** Parts of some hundred members each. The rest continues in a new run. */
const maxParts = 20;

const acting = (organization_id: string) => systemCallerIn(organization_id, "Bulk message");

/** Writes the messages part by part at the scheduled time. The queues send them; the last message completes the bulk message. */
export const sendBulk = inngest.createFunction(
  {
    id: "send-bulk",
    name: "Write a bulk message to all recipients",
    triggers: [on(bulkWritten)],
    retries: 5,
    concurrency: { key: "event.data.organization_id", limit: 2 },
    onFailure: ({ event, step }) =>
      step.run("fail", async () => {
        const { organization_id, bulk_id } = event.data.event.data as EventData<typeof bulkWritten>;
        return failBulk(await acting(organization_id), { bulk_id });
      }),
  },
  async ({ event, step }) => {
    const { organization_id, bulk_id, starts_at } = event.data;
    if (starts_at !== null) await step.sleepUntil("its-time", starts_at);
    for (let part = 1; part <= maxParts; part++) {
      const { is_prepared } = await step.run(`part-${part}`, async () =>
        prepareBulk(await acting(organization_id), { bulk_id }),
      );
      // There may be no recipient left.
      if (is_prepared) return step.run("finish", async () => finishBulks(await acting(organization_id), {}));
    }
    return step.sendEvent("go-on", {
      name: bulkWritten.name,
      data: { organization_id, bulk_id, starts_at: null },
    });
  },
);
