import { notifyStaff } from "@/lib/domain/messages/staff-notices";
import type { Ctx } from "@/lib/kernel/operation";
import { dayAt } from "@/lib/values/calendar-day";
import type { InvoiceRow } from "./cases";
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
