import { inngest } from "@/inngest/client";
import { type EventData, on } from "@/inngest/events";
import { documentsIssued, paymentRecorded, paymentRefunded } from "@/lib/domain/billing/events";
import { membershipFrozen, planChanged, priceIncreaseScheduled } from "@/lib/domain/memberships/events";
import * as mails from "@/lib/domain/messages/billing-mails";
import { systemCallerIn } from "./system-caller-in";

export const mailDocuments = inngest.createFunction(
  {
    id: "mail-documents",
    name: "Mail invoices and credit notes",
    triggers: [on(documentsIssued)],
    retries: 5,
    concurrency: { key: "event.data.organization_id", limit: 2 },
    onFailure: ({ event, step }) =>
      step.run("tell", async () => {
        const { organization_id, document_ids } = event.data.event.data as EventData<typeof documentsIssued>;
        const caller = await systemCallerIn(organization_id, "Invoices");
        return mails.notifyBillingMailFailed(caller, { subject: "documents", id: document_ids[0] ?? organization_id });
      }),
  },
  ({ event, step }) =>
    step.run("write", async () => {
      const { organization_id, document_ids } = event.data;
      return mails.mailDocuments(await systemCallerIn(organization_id, "Invoices"), { document_ids });
    }),
);

export const mailReceipt = inngest.createFunction(
  {
    id: "mail-receipt",
    name: "Mail the receipt of a payment",
    triggers: [on(paymentRecorded)],
    retries: 5,
    concurrency: { key: "event.data.organization_id", limit: 5 },
    onFailure: ({ event, step }) =>
      step.run("tell", async () => {
        const { organization_id, payment_id } = event.data.event.data as EventData<typeof paymentRecorded>;
        const caller = await systemCallerIn(organization_id, "Receipts");
        return mails.notifyBillingMailFailed(caller, { subject: "receipt", id: payment_id });
      }),
  },
  ({ event, step }) =>
    step.run("write", async () => {
      const { organization_id, payment_id } = event.data;
      return mails.mailReceipt(await systemCallerIn(organization_id, "Receipts"), { payment_id });
    }),
);

export const mailRefundReceipt = inngest.createFunction(
  {
    id: "mail-refund-receipt",
    name: "Mail the receipt of a refund",
    triggers: [on(paymentRefunded)],
    retries: 5,
    concurrency: { key: "event.data.organization_id", limit: 5 },
    onFailure: ({ event, step }) =>
      step.run("tell", async () => {
        const { organization_id, refund_id } = event.data.event.data as EventData<typeof paymentRefunded>;
        const caller = await systemCallerIn(organization_id, "Receipts");
        return mails.notifyBillingMailFailed(caller, { subject: "refund_receipt", id: refund_id });
      }),
  },
  ({ event, step }) =>
    step.run("write", async () => {
      const { organization_id, refund_id } = event.data;
      return mails.mailRefundReceipt(await systemCallerIn(organization_id, "Receipts"), { refund_id });
    }),
);

export const confirmFreeze = inngest.createFunction(
  {
    id: "confirm-freeze",
    name: "Confirm a freeze in writing",
    triggers: [on(membershipFrozen)],
    retries: 5,
    concurrency: { key: "event.data.organization_id", limit: 5 },
    onFailure: ({ event, step }) =>
      step.run("tell", async () => {
        const { organization_id, membership_id } = event.data.event.data as EventData<typeof membershipFrozen>;
        const caller = await systemCallerIn(organization_id, "Freezes");
        return mails.notifyBillingMailFailed(caller, { subject: "freeze", id: membership_id });
      }),
  },
  ({ event, step }) =>
    step.run("write", async () => {
      const { organization_id, membership_id, from_on, to_on } = event.data;
      const caller = await systemCallerIn(organization_id, "Freezes");
      return mails.confirmFreeze(caller, { membership_id, from_on, to_on });
    }),
);

export const confirmPlanChange = inngest.createFunction(
  {
    id: "confirm-plan-change",
    name: "Confirm a plan change in writing",
    triggers: [on(planChanged)],
    retries: 5,
    concurrency: { key: "event.data.organization_id", limit: 5 },
    onFailure: ({ event, step }) =>
      step.run("tell", async () => {
        const { organization_id, membership_id } = event.data.event.data as EventData<typeof planChanged>;
        const caller = await systemCallerIn(organization_id, "Plan changes");
        return mails.notifyBillingMailFailed(caller, { subject: "plan_change", id: membership_id });
      }),
  },
  ({ event, step }) =>
    step.run("write", async () => {
      const { organization_id, membership_id, plan_id } = event.data;
      const caller = await systemCallerIn(organization_id, "Plan changes");
      return mails.confirmPlanChange(caller, { membership_id, plan_id });
    }),
);

export const announceIncrease = inngest.createFunction(
  {
    id: "announce-price-increase",
    name: "Announce a new price",
    triggers: [on(priceIncreaseScheduled)],
    retries: 5,
    concurrency: { key: "event.data.organization_id", limit: 1 },
    onFailure: ({ event, step }) =>
      step.run("tell", async () => {
        const { organization_id, increase_id } = event.data.event.data as EventData<typeof priceIncreaseScheduled>;
        const caller = await systemCallerIn(organization_id, "New prices");
        return mails.notifyBillingMailFailed(caller, { subject: "price_increase", id: increase_id });
      }),
  },
  ({ event, step }) =>
    step.run("write", async () => {
      const { organization_id, increase_id } = event.data;
      return mails.announceIncrease(await systemCallerIn(organization_id, "New prices"), { increase_id });
    }),
);
