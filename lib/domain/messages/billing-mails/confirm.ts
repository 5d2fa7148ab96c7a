import { eq } from "drizzle-orm";
import { z } from "zod";
import { memberships } from "@/db/schema";
import { job } from "@/lib/contracts/contract";
import { currentTerm, pendingChange } from "@/lib/domain/billing/engine";
import { type Billed, loadBilled } from "@/lib/domain/memberships/billing";
import { billingWords } from "@/lib/domain/messages/default-texts/billing-words";
import { notify } from "@/lib/domain/messages/notifications";
import { operation } from "@/lib/kernel/operation";
import type { VariableWords } from "@/lib/values/message-variables";

const freezeContract = job({
  id: "billing_mails.freeze",
  input: z.strictObject({ membership_id: z.uuid(), from_on: z.iso.date(), to_on: z.iso.date().nullable() }),
  output: z.object({ queued: z.int() }),
});

const planContract = job({
  id: "billing_mails.plan_change",
  input: z.strictObject({ membership_id: z.uuid(), plan_id: z.uuid() }),
  output: z.object({ queued: z.int() }),
});

/** Confirms a freeze with its days and the next bill. A freeze that was removed or changed meanwhile is not confirmed. */
export const confirmFreeze = operation(freezeContract, async (ctx, { membership_id, from_on, to_on }) => {
  const [billed] = await loadBilled(ctx, eq(memberships.id, membership_id), { is_read: true });
  const freeze = billed?.state.freezes.find((one) => one.from_on === from_on && one.to_on === to_on);
  if (!billed || !freeze) return { queued: 0 };
  const { queued } = await notify(ctx, "freeze_confirmed", [
    {
      member_id: billed.row.member_id,
      event_key: `freeze_confirmed:${membership_id}:${from_on}:${to_on}`,
      about: { id: membership_id, on: from_on },
      variables: {
        ...{ plan_name: billed.row.plan_name, from_on },
        until: ({ language, day }: VariableWords) => {
          const words = billingWords[language];
          return to_on ? words.until(day(to_on)) : words.until_return;
        },
        next_bill: nextBill(billed),
      },
    },
  ]);
  return { queued };
});

/** Confirms a plan change with its day, the price and the next bill. One that was undone meanwhile is not confirmed. */
export const confirmPlanChange = operation(planContract, async (ctx, { membership_id, plan_id }) => {
  const [billed] = await loadBilled(ctx, eq(memberships.id, membership_id), { is_read: true });
  if (!billed) return { queued: 0 };
  const { state, today, row } = billed;
  const term = pendingChange(state) ?? currentTerm(state, today);
  if (term.plan_id !== plan_id) return { queued: 0 };
  const { queued } = await notify(ctx, "plan_change_confirmed", [
    {
      member_id: row.member_id,
      event_key: `plan_change_confirmed:${membership_id}:${plan_id}:${term.effective_on}`,
      about: { id: membership_id, on: term.effective_on },
      variables: {
        ...{ plan_name: term.plan_name, effective_on: term.effective_on },
        price: ({ money }: VariableWords) => money(term.price_minor, row.currency),
        interval: ({ language }: VariableWords) => billingWords[language].every(term),
        next_bill: nextBill(billed),
      },
    },
  ]);
  return { queued };
});

const nextBill =
  ({ state }: Billed) =>
  ({ language, day }: VariableWords): string => {
    const words = billingWords[language];
    return state.next_bill_on ? words.on(day(state.next_bill_on)) : words.after_return;
  };
