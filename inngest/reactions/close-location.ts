import { inngest } from "@/inngest/client";
import { type EventData, on } from "@/inngest/events";
import { advanceClosure, failClosure } from "@/lib/domain/memberships/closures";
import { closureChanged } from "@/lib/domain/memberships/events";
import { notifyClosureFailed } from "@/lib/domain/messages/reminders";
import { systemCallerIn } from "./system-caller-in";

/** Parts of some hundred memberships each. The rest continues in a new run. */
const maxParts = 20;

const acting = (organization_id: string) => systemCallerIn(organization_id, "Closures");

/** Freezes the memberships of a location that closes, or takes it back, part by part. */
export const closeLocation = inngest.createFunction(
  {
    id: "close-location",
    name: "Freeze the memberships of a location that closes",
    triggers: [on(closureChanged)],
    retries: 5,
    concurrency: { key: "event.data.organization_id", limit: 1 },
    onFailure: ({ event, step }) =>
      step.run("fail", async () => {
        const { organization_id, closure_id } = event.data.event.data as EventData<typeof closureChanged>;
        const { is_failed } = await failClosure(await acting(organization_id), { closure_id });
        return is_failed ? notifyClosureFailed(await acting(organization_id), { closure_id }) : null;
      }),
  },
  async ({ event, step }) => {
    const { organization_id, closure_id } = event.data;
    for (let part = 1; part <= maxParts; part++) {
      const { is_done } = await step.run(`part-${part}`, async () =>
        advanceClosure(await acting(organization_id), { closure_id }),
      );
      if (is_done) return null;
    }
    return step.sendEvent("go-on", { name: closureChanged.name, data: { organization_id, closure_id } });
  },
);
