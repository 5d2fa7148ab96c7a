import { inngest } from "@/inngest/client";
import { type EventData, on } from "@/inngest/events";
import { membershipCancelled } from "@/lib/domain/memberships/events";
import * as reminders from "@/lib/domain/messages/reminders";
import { systemCallerIn } from "./system-caller-in";

/** F2 */
export const confirmCancellation = inngest.createFunction(
  {
    id: "confirm-cancellation",
    name: "Confirm a cancellation in writing",
    triggers: [on(membershipCancelled)],
    retries: 5,
    concurrency: { key: "event.data.organization_id", limit: 5 },
    onFailure: ({ event, step }) =>
      step.run("tell", async () => {
        const { organization_id, membership_id } = event.data.event.data as EventData<typeof membershipCancelled>;
        const caller = await systemCallerIn(organization_id, "Cancellations");
        return reminders.notifyReminderFailed(caller, { kind: "cancellation_confirmed", membership_id });
      }),
  },
  ({ event, step }) =>
    step.run("write", async () => {
      const { organization_id, membership_id } = event.data;
      return reminders.confirmCancellation(await systemCallerIn(organization_id, "Cancellations"), { membership_id });
    }),
);
