import { newId } from "@/db/id";
import { insertRecords } from "@/db/insert-records";
import { accountCredits } from "@/db/schema";
import { type Draft, issueDocuments } from "@/lib/domain/billing/documents";
import { sellerAt, sellersOf } from "@/lib/domain/billing/entities";
import { post } from "@/lib/domain/billing/ledger";
import { userIdOf } from "@/lib/kernel/caller";
import type { Ctx } from "@/lib/kernel/operation";
import type { CreatedRow, ReadyRow } from "./create-memberships";

/** A class of its own, for which no rate applies: the other system has taxed what is owed. */
const taxedBefore = "opening_balance";

type Opening = {
  created: CreatedRow & { member_id: string };
  location_id: string;
  minor: number;
  due_on: string | null;
};

/**
 * X4: what members owed in the other system becomes invoices, due on the day of the file, and what they had in credit becomes account
 * credit. Both are booked against the opening balance, so that they are no revenue here. Returns the rows with what was opened.
 */
export async function openBalances(ctx: Ctx<unknown>, rows: ReadyRow[], done: CreatedRow[]): Promise<CreatedRow[]> {
  const createdOf = new Map(done.map((created) => [created.row_number, created]));
  const openings = rows.flatMap(({ row_number, parsed: { balance, location_id } }): Opening[] => {
    const created = createdOf.get(row_number);
    if (!balance || !created?.member_id) return [];
    return [{ created: { ...created, member_id: created.member_id }, location_id, ...balance }];
  });
  if (openings.length === 0) return done;
  const sellers = await sellersOf(
    ctx,
    openings.map(({ location_id }) => location_id),
  );
  const debts = openings.filter(({ minor }) => minor > 0);
  const issued = await issueDocuments(
    ctx,
    debts.map((debt) => draftOf(debt, sellerAt(sellers, debt.location_id))),
  );
  const credits = openings.filter(({ minor }) => minor < 0);
  const credit_ids = await grant(ctx, credits, sellers);
  const opened = new Map<number, Partial<CreatedRow>>([
    ...debts.map(({ created }, index) => [created.row_number, { invoice_id: issued[index]?.id ?? null }] as const),
    ...credits.map(({ created }, index) => [created.row_number, { credit_id: credit_ids[index] ?? null }] as const),
  ]);
  return done.map((created) => ({ ...created, ...opened.get(created.row_number) }));
}

type Sellers = Awaited<ReturnType<typeof sellersOf>>;
type Seller = ReturnType<typeof sellerAt>;

function draftOf({ created, location_id, minor, due_on }: Opening, { today, location }: Seller): Draft {
  const { member_id, membership_id } = created;
  const due = due_on ?? today;
  return {
    ...{ payer_member_id: member_id, payer_company_id: null, origin: "import", location_id, due_on: due },
    currency: location.currency,
    lines: [
      {
        ...{ kind: "manual", member_id, membership_id, description: "Open amount from before the import" },
        ...{ due_on: due, from_on: null, to_on: null, list_minor: minor, discount_minor: 0 },
        ...{ tax_class: taxedBefore, is_price_with_tax: true, facts: null },
      },
    ],
  };
}

/** Returns the ids of the credits, in their order. */
async function grant(ctx: Ctx<unknown>, openings: readonly Opening[], sellers: Sellers): Promise<string[]> {
  const credits = openings.map(({ created, location_id, minor }) => {
    const { today, location, entity } = sellerAt(sellers, location_id);
    return {
      legal_entity_id: entity.id,
      row: {
        ...{ id: newId(), organization_id: ctx.organization_id, payer_member_id: created.member_id, location_id },
        ...{ source: "import" as const, amount_minor: -minor, remaining_minor: -minor, currency: location.currency },
        ...{ granted_on: today, created_by: userIdOf(ctx.caller), created_at: ctx.now.toString() },
      },
    };
  });
  await insertRecords(
    ctx,
    accountCredits,
    credits.map(({ row }) => row),
  );
  await post(
    ctx,
    credits.map(
      ({ legal_entity_id, row: { id, location_id, granted_on, currency, amount_minor, payer_member_id } }) => ({
        ...{ legal_entity_id, location_id, booked_on: granted_on, currency, fact: `import_credit:${id}` },
        lines: [
          { account: "opening_balance", amount_minor },
          { account: "customer_credit", amount_minor: -amount_minor, member_id: payer_member_id },
        ],
      }),
    ),
  );
  return credits.map(({ row }) => row.id);
}
