import { inngest } from "@/inngest/client";
import { on } from "@/inngest/events";
import { finishBulk, prepareBulk } from "@/lib/domain/bulk-messages";
import { actingIn } from "./acting-in";

/** Writes the messages down part by part, at its time; the queues send them meanwhile, and a last look says when all are out. */
export const sendBulk = inngest.createFunction(
  {
    id: "send-bulk",
    name: "Write a bulk message to everybody",
    triggers: [on("notifications/bulk.written")],
    retries: 5,
    concurrency: { key: "event.data.organization_id", limit: 2 },
  },
  async ({ event, step }) => {
    const { organization_id, bulk_id, starts_at } = event.data;
    const caller = () => actingIn(organization_id, "Bulk message");
    if (starts_at !== null) await step.sleepUntil("its-time", starts_at);
    for (let part = 1, is_prepared = false; !is_prepared; part++) {
      const told = await step.run(`part-${part}`, async () => prepareBulk(await caller(), { bulk_id }));
      is_prepared = told.is_prepared;
    }
    for (let look = 1; ; look++) {
      const { look_again_in_ms } = await step.run(`look-${look}`, async () => finishBulk(await caller(), { bulk_id }));
      if (look_again_in_ms === null) return;
      await step.sleep(`wait-${look}`, look_again_in_ms);
    }
  },
);
