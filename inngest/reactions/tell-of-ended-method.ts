import { inngest } from "@/inngest/client";
import { type EventData, on } from "@/inngest/events";
import { methodEnded } from "@/lib/domain/gateways/events";
import { tellOfEndedMethod as tell, tellOfMissedNotice } from "@/lib/domain/gateways/methods";
import { systemCallerIn } from "./system-caller-in";

/** K12: sends the payer a message when a method can no longer be charged. */
export const tellOfEndedMethod = inngest.createFunction(
  {
    id: "tell-of-ended-method",
    name: "Tell payers that a payment method ended",
    triggers: [on(methodEnded)],
    retries: 5,
    concurrency: { key: "event.data.organization_id", limit: 5 },
    onFailure: ({ event, step }) =>
      step.run("tell", async () => {
        const { organization_id, saved_method_id } = event.data.event.data as EventData<typeof methodEnded>;
        return tellOfMissedNotice(await systemCallerIn(organization_id, "Payment methods"), { saved_method_id });
      }),
  },
  ({ event, step }) =>
    step.run("write", async () => {
      const { organization_id, saved_method_id } = event.data;
      return tell(await systemCallerIn(organization_id, "Payment methods"), { saved_method_id });
    }),
);
