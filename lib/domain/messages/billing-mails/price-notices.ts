import { and, desc, eq, gt, isNull, ne, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { messages, priceIncreases } from "@/db/schema";
import { job } from "@/lib/contracts/contract";
import * as contracts from "@/lib/contracts/messages/price-notices";
import type { Schedule } from "@/lib/domain/area";
import { getPlanRow, todayEverywhere } from "@/lib/domain/memberships/plans";
import { type RaisedPayer, raisedPayers } from "@/lib/domain/memberships/pricing";
import { billingWords } from "@/lib/domain/messages/default-texts/billing-words";
import { notify } from "@/lib/domain/messages/notifications";
import { explain } from "@/lib/domain/messages/notifications/explanation";
import { withinReach } from "@/lib/domain/messages/notifications/read";
import { decodeCursor, toPage } from "@/lib/kernel/cursor";
import { notFound } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import type { VariableWords } from "@/lib/values/message-variables";
import { payerOf } from "./mail-documents";

type Increase = typeof priceIncreases.$inferSelect;

const contract = job({
  id: "billing_mails.price_increase",
  input: z.strictObject({ increase_id: z.uuid() }),
  output: z.object({ queued: z.int() }),
});

/** C20: announced prices whose notice has begun and that have not taken effect. */
const isAnnounced = (day: CalendarDay): SQL | undefined =>
  and(
    isNull(priceIncreases.withdrawn_at),
    ne(priceIncreases.applies_to, "new_sales"),
    gt(priceIncreases.effective_on, day),
    sql`${priceIncreases.effective_on} - ${priceIncreases.notice_days} <= ${day}::date`,
  );

const increasesOn = ({ db, organization_id }: Ctx<unknown>, condition: SQL | undefined): Promise<Increase[]> =>
  db
    .select()
    .from(priceIncreases)
    .where(and(eq(priceIncreases.organization_id, organization_id), condition));

/** Writes to everyone concerned once, those included whose membership was sold after the announcement. */
export const priceIncreaseNotices: Schedule = {
  name: "price-increase-notices",
  async run(ctx, { location, run_on }) {
    const counts = { found: 0, acted: 0 };
    for (const increase of await increasesOn(ctx, isAnnounced(run_on))) {
      const { found, queued } = await announce(ctx, increase, location.id);
      counts.found += found;
      counts.acted += queued;
    }
    return counts;
  },
};

/** A notice that begins on the day on which the price is scheduled does not wait for the next morning's run. */
export const announceIncrease = operation(
  contract,
  async (ctx, { increase_id }) => {
    const today = await todayEverywhere(ctx);
    const [increase] = await increasesOn(ctx, and(eq(priceIncreases.id, increase_id), isAnnounced(today)));
    if (!increase) return { queued: 0 };
    const { queued } = await announce(ctx, increase, null);
    return { queued };
  },
  { writes_many: true },
);

/** P1: once for each payer and increase. `location_id` limits it to the memberships of one location. */
async function announce(ctx: Ctx<unknown>, increase: Increase, location_id: string | null) {
  const counts = { found: 0, queued: 0 };
  for await (const batch of raisedPayers(ctx, increase, await todayEverywhere(ctx))) {
    const own = batch.filter((payer) => location_id === null || payer.location_id === location_id);
    const earliestFirst = own.toSorted((a, b) => a.first_bill_on.localeCompare(b.first_bill_on));
    const payers = [...new Map(earliestFirst.toReversed().map((one) => [payerKey(one), one])).values()];
    const { queued } = await notify(
      ctx,
      "price_increase_notice",
      payers.map((payer) => ({
        ...payerOf(payer),
        event_key: eventKey(increase.id),
        about: { id: payer.membership_id, on: increase.effective_on },
        variables: {
          ...{ plan_name: payer.plan_name, first_bill_on: payer.first_bill_on },
          old_price: ({ money }: VariableWords) => money(payer.old_minor, payer.currency),
          new_price: ({ money }: VariableWords) => money(payer.new_minor, payer.currency),
          interval: ({ language }: VariableWords) => billingWords[language].every(payer),
        },
      })),
    );
    counts.found += payers.length;
    counts.queued += queued;
  }
  return counts;
}

const payerKey = ({ payer_member_id, payer_company_id }: RaisedPayer) => payer_member_id ?? payer_company_id;

const eventKey = (increase_id: string): string => `price_increase:${increase_id}`;

/** Who got the notice of an increase, newest first. */
export const listPriceNotices = operation(contracts.listPriceNotices, async (ctx, input) => {
  const { db, organization_id } = ctx;
  const { id: plan_id, increase_id, limit, cursor } = input;
  await getPlanRow(ctx, plan_id);
  const [increase] = await increasesOn(
    ctx,
    and(eq(priceIncreases.id, increase_id), eq(priceIncreases.plan_id, plan_id)),
  );
  if (!increase) throw notFound();
  const [at, after_id] = cursor ? decodeCursor(cursor, 2) : [];
  const rows = await db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.organization_id, organization_id),
        eq(messages.event_key, eventKey(increase_id)),
        withinReach(ctx),
        at === undefined
          ? undefined
          : sql`(${messages.created_at}, ${messages.id}) < (${at}::timestamptz, ${after_id}::uuid)`,
      ),
    )
    .orderBy(desc(messages.created_at), desc(messages.id))
    .limit(limit + 1);
  const page = toPage(rows, limit, (row) => [row.created_at, row.id]);
  return {
    notice_on: addDays(increase.effective_on, -increase.notice_days),
    next_cursor: page.next_cursor,
    data: page.data.map(({ id, member_id, company_id, to_name, channel, state, reason, detail, sent_at }) => ({
      ...{ id, member_id, company_id, to_name, channel, state, sent_at },
      explanation: explain(reason, detail),
    })),
  };
});
