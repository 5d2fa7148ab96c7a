import { z } from "zod";
import { job } from "@/lib/contracts/contract";
import { notifyStaff } from "@/lib/domain/messages/staff-notices";
import { operation } from "@/lib/kernel/operation";

const subjects = ["documents", "receipt", "refund_receipt", "freeze", "plan_change", "price_increase"] as const;

const contract = job({
  id: "billing_mails.tell_of_unwritten",
  input: z.strictObject({ subject: z.enum(subjects), id: z.uuid() }),
  output: z.object({ notified: z.int() }),
});

const sentences: Record<(typeof subjects)[number], { title: string; body: string; path: string }> = {
  documents: {
    title: "Invoices were not mailed",
    body: "Their mails could not be created after several attempts. Open the newest invoices and send them by e-mail.",
    path: "/invoices",
  },
  receipt: {
    title: "A receipt was not mailed",
    body: "Its mail could not be created after several attempts. Download the receipt from the payment and send it.",
    path: "/payments",
  },
  refund_receipt: {
    title: "The receipt of a refund was not mailed",
    body: "Its mail could not be created after several attempts. Download the receipt from the payment and send it.",
    path: "/payments",
  },
  freeze: {
    title: "A freeze was not confirmed",
    body: "The confirmation could not be created after several attempts. Write to the member yourself.",
    path: "/members",
  },
  price_increase: {
    title: "A new price was not announced",
    body: "The notices could not be created after several attempts. They are tried again every morning until the price applies.",
    path: "/plans",
  },
  plan_change: {
    title: "A plan change was not confirmed",
    body: "The confirmation could not be created after several attempts. Write to the member yourself.",
    path: "/members",
  },
};

/** Sent after the last attempt: a person has to inform the payer. */
export const notifyBillingMailFailed = operation(contract, async (ctx, { subject, id }) => {
  const { path, ...words } = sentences[subject];
  const notified = await notifyStaff(ctx, {
    kind: "job_failed",
    event_key: `unwritten:${subject}:${id}`,
    ...words,
    href: `/manage/${ctx.organization.slug}${path}`,
    permission: "messages.send",
  });
  return { notified };
});
