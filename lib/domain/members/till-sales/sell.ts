import type { z } from "zod";
import * as contracts from "@/lib/contracts/members/till-sales";
import { lockOpen, recordParts } from "@/lib/domain/billing/payments";
import { addMember } from "@/lib/domain/members/create";
import { getMemberRow, refuseArchived } from "@/lib/domain/members/find";
import { sellItems } from "@/lib/domain/memberships/at-till";
import { getLocationRow } from "@/lib/domain/organization/locations";
import { invalid, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { formatMoney } from "@/lib/values/money";
import { fullName } from "@/lib/values/person-name";

type Sale = z.output<typeof contracts.sellAtTill.input>;
type Share = { id: string; amount_minor: number };

/**
 * What is sold, its documents and the money for them, in one transaction: after a lost connection either all of it is there or nothing.
 * The locks follow the order of docs/billing.md: open invoices, memberships, credits, numbers, till.
 */
export const sellAtTill = operation(contracts.sellAtTill, async (ctx, sale) => {
  const { invoices, parts, location_id } = sale;
  // A till out of reach is answered before anybody is added there.
  await getLocationRow(ctx, location_id);
  const buyer = await buyerOf(ctx, sale);
  await lockOpen(
    ctx,
    invoices.map(({ id }) => id),
  );
  const { documents, prepaid, currency } = await sellItems(ctx, buyer.id, sale);
  const due_minor = documents.reduce((all, { open_minor }) => all + open_minor, 0);
  const paid_minor = parts.reduce((all, { amount_minor }) => all + amount_minor, 0);
  refuseOtherAmount(ctx, sale, { due_minor, paid_minor, currency });
  const shares = sharesOf(
    [...invoices, ...documents.map(({ id, open_minor }) => ({ id, amount_minor: open_minor }))],
    paid_minor,
  );
  const [first, ...more] = parts;
  const payments = first
    ? (await recordParts(ctx, { member_id: buyer.id, location_id, invoices: shares }, [first, ...more])).recorded
    : [];
  const paid = new Map(shares.map(({ id, amount_minor }) => [id, amount_minor]));
  ctx.audit({
    target_type: "member",
    target_id: buyer.id,
    after: {
      ...{ documents: documents.map(({ number }) => number), due_minor, paid_minor, currency },
      ...(sale.walk_in && { added: buyer.name }),
      ...(prepaid.length > 0 && { prepaid: prepaid.map(({ plan_name, paid_to_on }) => ({ plan_name, paid_to_on })) }),
      payments: payments.map(({ id, method, amount_minor }) => ({ id, method, amount_minor })),
    },
  });
  return {
    ...{ member_id: buyer.id, member_name: buyer.name, currency, prepaid },
    invoices: documents.map((one) => ({ ...one, open_minor: one.open_minor - (paid.get(one.id) ?? 0) })),
    payments: payments.map(({ id, method, amount_minor }) => ({ id, method, amount_minor })),
    credit_minor: payments.reduce((all, one) => all + one.credit_minor, 0),
  };
});

async function buyerOf(ctx: Ctx, { member_id, walk_in, location_id }: Sale): Promise<{ id: string; name: string }> {
  if (member_id) {
    const member = await getMemberRow(ctx, member_id);
    refuseArchived(member);
    return { id: member.id, name: fullName(member.first_name, member.last_name) };
  }
  if (!walk_in) throw new Error("The contract requires a buyer");
  const { id } = await addMember(ctx, { ...walk_in, home_location_id: location_id });
  return { id, name: fullName(walk_in.first_name, walk_in.last_name ?? "") };
}

type Amounts = { due_minor: number; paid_minor: number; currency: string };

function refuseOtherAmount(
  ctx: Ctx,
  { to_pay_minor, walk_in }: Sale,
  { due_minor, paid_minor, currency }: Amounts,
): void {
  if (due_minor !== to_pay_minor) {
    const due = formatMoney(due_minor, currency, ctx.organization.locale);
    throw new Problem("conflict", `The amount has changed to ${due}. Look at it again, then take the money.`);
  }
  if (walk_in && paid_minor < due_minor)
    throw invalid("parts", "Who is no member yet pays the whole amount. Take all of it, or add the member first.");
}

/** What the money pays of the invoices, in their order. */
function sharesOf(invoices: readonly Share[], paid_minor: number): Share[] {
  let left = paid_minor;
  return invoices.flatMap(({ id, amount_minor }) => {
    const share = Math.min(left, amount_minor);
    left -= share;
    return share > 0 ? [{ id, amount_minor: share }] : [];
  });
}
