import * as contracts from "@/lib/contracts/memberships/membership-life";
import { sellerOf } from "@/lib/domain/billing/entities";
import { type Words, wordsOf } from "@/lib/domain/billing/invoices";
import { getBilled } from "@/lib/domain/memberships/act";
import { operation } from "@/lib/kernel/operation";
import { type Happening, type HappeningKind, happeningKinds } from "@/lib/values/membership-history";
import { comingOf } from "./coming";
import { type PastRow, pastOf } from "./past";
import { sayHappening } from "./say-happening";
import { sayMoney } from "./say-money";
import { stripOf } from "./strip";

/** What happened to a membership, and what will, each with its reason. */
export const getTimeline = operation(contracts.getTimeline, async (ctx, { id, cursor, limit }) => {
  const billed = await getBilled(ctx, id, true);
  const { row, taxes, today } = billed;
  const { currency } = row;
  const words = wordsOf(ctx.organization.locale, currency);
  const sees_bills = ctx.caller.permissions.has("invoices.read");
  const seller = await sellerOf(ctx, row.location_id);
  const options = { membership: row, taxes, seller, organization: ctx.organization };
  const past = await pastOf(ctx, id, { cursor, limit });
  return {
    ...{ membership_id: id, currency, today },
    coming: cursor ? [] : comingOf(billed, options, words, sees_bills),
    strip: cursor ? null : await stripOf(ctx, billed),
    data: past.data.map((one) => toEntry(one, words)),
    next_cursor: past.next_cursor,
  };
});

const isHappening = (kind: PastRow["kind"]): kind is HappeningKind =>
  (happeningKinds as readonly string[]).includes(kind);

function toEntry(row: PastRow, words: Words) {
  const { id, at, on_day: on, kind, facts, amount_minor, document, method, reason } = row;
  const said = isHappening(kind) ? sayHappening({ kind, ...facts } as Happening, words) : sayMoney(row, words);
  const by = typeof facts?.by === "string" ? facts.by : null;
  return { id, kind, at, on, ...said, amount_minor, document, method, by, reason };
}
