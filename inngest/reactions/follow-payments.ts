import { inngest } from "@/inngest/client";
import { type EventData, on } from "@/inngest/events";
import { followAboveMandate as follow, followFailure, notifyMethodUntried, tryNewMethod } from "@/lib/domain/dunning";
import { attemptFailed, chargeAboveMandate, methodSaved } from "@/lib/domain/gateways/events";
import { systemCallerIn } from "./system-caller-in";

/** Opens or moves on the case of an invoice whose payment failed. What this misses, `advance-dunning` finds. */
export const followFailedPayment = inngest.createFunction(
  {
    id: "follow-failed-payment",
    name: "Follow a failed payment",
    triggers: [on(attemptFailed)],
    retries: 5,
    concurrency: { key: "event.data.organization_id", limit: 2 },
  },
  ({ event, step }) =>
    step.run("follow", async () => {
      const { organization_id, ...failure } = event.data;
      return followFailure(await systemCallerIn(organization_id, "Failed payments"), failure);
    }),
);

/** K11: opens the case of an invoice that is above the payer's mandate. `charge-waiting` reports it again until there is one. */
export const followAboveMandate = inngest.createFunction(
  {
    id: "follow-above-mandate",
    name: "Follow a bill above the mandate",
    triggers: [on(chargeAboveMandate)],
    retries: 5,
    concurrency: { key: "event.data.organization_id", limit: 2 },
  },
  ({ event, step }) =>
    step.run("follow", async () => {
      const { organization_id, invoice_id } = event.data;
      return follow(await systemCallerIn(organization_id, "Failed payments"), { invoice_id });
    }),
);

/** K4: what is unpaid is tried with the new method of its payer. */
export const tryNewPaymentMethod = inngest.createFunction(
  {
    id: "try-new-payment-method",
    name: "Try what is unpaid with a new method",
    triggers: [on(methodSaved)],
    retries: 5,
    concurrency: { key: "event.data.organization_id", limit: 1 },
    onFailure: ({ event, step }) =>
      step.run("tell", async () => {
        const { organization_id, saved_method_id, member_id } = event.data.event.data as EventData<typeof methodSaved>;
        const caller = await systemCallerIn(organization_id, "Failed payments");
        return notifyMethodUntried(caller, { saved_method_id, member_id });
      }),
  },
  ({ event, step }) =>
    step.run("try", async () => {
      const { organization_id, member_id, company_id } = event.data;
      await tryNewMethod(await systemCallerIn(organization_id, "Failed payments"), { member_id, company_id });
      return null;
    }),
);
