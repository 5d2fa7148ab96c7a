import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { tillSessions } from "@/db/schema";
import * as contracts from "@/lib/contracts/billing/till";
import { sellerOf } from "@/lib/domain/billing/entities";
import { post } from "@/lib/domain/billing/ledger";
import { userIdOf } from "@/lib/kernel/caller";
import { invalid, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { formatMoney } from "@/lib/values/money";
import { cashIn } from "./cash-in";
import { lockSession } from "./find";
import { reportOf } from "./report";

type Counted = z.output<typeof contracts.closeTill.input>;

/** The count is blind: what the drawer should hold is said only after it was counted. */
export const closeTill = operation(contracts.closeTill, async (ctx, input) => {
  await closeSession(ctx, input);
  return reportOf(ctx, input.id);
});

export async function closeSession(ctx: Ctx, { id, counted, left_minor, difference_reason }: Counted): Promise<void> {
  const { db, organization_id } = ctx;
  const session = await lockSession(ctx, id);
  const { currency, location_id } = session;
  const counted_minor = Object.entries(counted).reduce((all, [value, pieces]) => all + Number(value) * pieces, 0);
  if (left_minor > counted_minor)
    throw invalid(
      "left_minor",
      "More cash cannot stay in the drawer than was counted. Enter at most what was counted.",
    );
  const expected_minor = await cashIn(ctx, session);
  const difference_minor = counted_minor - expected_minor;
  if (difference_minor !== 0 && !difference_reason) throw unexplained(ctx, { expected_minor, counted_minor, currency });
  const { entity, today } = await sellerOf(ctx, location_id);
  await db
    .update(tillSessions)
    .set({
      ...{
        closed_at: ctx.now.toString(),
        closed_by: userIdOf(ctx.caller),
        counted,
        counted_minor,
        expected_minor,
        left_minor,
      },
      difference_reason: difference_minor === 0 ? null : (difference_reason ?? null),
      // The open session is locked, so that no other closing of the location takes the same number.
      report_number: sql`(select coalesce(max(s.report_number), 0) + 1 from ${tillSessions} s
        where s.organization_id = ${organization_id} and s.location_id = ${location_id})`,
    })
    .where(and(eq(tillSessions.organization_id, organization_id), eq(tillSessions.id, id)));
  await post(ctx, [
    {
      ...{ legal_entity_id: entity.id, location_id, booked_on: today, currency, fact: `till_difference:${id}` },
      lines: [
        { account: "cash", amount_minor: difference_minor },
        { account: "till_difference", amount_minor: -difference_minor },
      ],
    },
    {
      ...{ legal_entity_id: entity.id, location_id, booked_on: today, currency, fact: `till_to_safe:${id}` },
      lines: [
        { account: "safe", amount_minor: counted_minor - left_minor },
        { account: "cash", amount_minor: left_minor - counted_minor },
      ],
    },
  ]);
  ctx.audit({
    target_type: "till_session",
    target_id: id,
    after: { expected_minor, counted_minor, difference_minor, left_minor, currency },
    reason: difference_reason ?? null,
  });
}

type Count = { expected_minor: number; counted_minor: number; currency: string };

function unexplained({ organization }: Ctx, { expected_minor, counted_minor, currency }: Count): Problem {
  const difference_minor = counted_minor - expected_minor;
  const money = (minor: number) => formatMoney(minor, currency, organization.locale);
  const less = difference_minor < 0 ? "less" : "more";
  const message = `${money(Math.abs(difference_minor))} ${less} than the expected ${money(expected_minor)}. Count again, or say why.`;
  return new Problem("invalid_input", message, {
    errors: [{ field: "difference_reason", message }],
    extensions: { expected_minor, counted_minor, difference_minor },
  });
}
