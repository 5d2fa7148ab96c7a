import { notifyStaff } from "@/lib/domain/messages/staff-notices";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { dayAt } from "@/lib/values/calendar-day";
import type { InvoiceRow } from "./cases";
import * as contracts from "./job-contracts";
import type { Place } from "./schedule";

/** Tells the staff of the location, once a day, that there are payments that nothing tries again. */
export const noticeStopped = (ctx: Ctx<unknown>, { location_id }: InvoiceRow, { time_zone }: Place): Promise<number> =>
  notifyStaff(ctx, {
    kind: "dunning_stopped",
    event_key: `dunning_stopped:${location_id}:${dayAt(ctx.now.toString(), time_zone)}`,
    ...{ permission: "payments.record", location_id },
    title: "A failed payment is not tried again",
    body: "The bank forbade another try, or every try failed. Ask the payer for another card, or take the money by hand.",
    href: `/manage/${ctx.organization.slug}/dunning`,
  });

/** Sent after the last attempt: a person tries what is unpaid with the new card. */
export const notifyMethodUntried = operation(
  contracts.notifyMethodUntried,
  async (ctx, { saved_method_id, member_id }) => ({
    notified: await notifyStaff(ctx, {
      ...{ kind: "job_failed", event_key: `untried_method:${saved_method_id}`, permission: "payments.record" },
      title: "A new card was not tried",
      body: "A payer with failed payments gave a new card, and trying it failed several times. Open Failed payments and try it now.",
      href: `/manage/${ctx.organization.slug}/dunning${member_id ? `?member=${member_id}` : ""}`,
    }),
  }),
);
