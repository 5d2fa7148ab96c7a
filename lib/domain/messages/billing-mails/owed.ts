import { sql } from "drizzle-orm";
import { usableOn } from "@/lib/domain/billing/documents";
import { type Addressee, addresseeKey } from "@/lib/domain/messages/contacts";
import { billingWords } from "@/lib/domain/messages/default-texts/billing-words";
import type { OrganizationCtx } from "@/lib/kernel/operation";
import type { CalendarDay } from "@/lib/values/calendar-day";
import type { Variables, VariableWords } from "@/lib/values/message-variables";
import { policiesOf } from "@/lib/values/policies";

type Owed = { number: string; due_on: CalendarDay; currency: string; amount_minor: number; is_overdue: boolean };

/** What a payer owes by now, what is due soon included, oldest first. */
export type OwedByPayer = {
  invoices: Owed[];
  /** Null also where the invoices name different accounts. */
  bank_details: string | null;
};

type Row = Owed & { payer_id: string; legal_entity_id: string; bank_details: string | null };

/**
 * K23: all invoices of each payer that are due, or will be within the days before which a reminder is sent. Account credit of the
 * same legal entity and currency covers the oldest first; what it covers is not asked for. By `addresseeKey()`; payers who owe
 * nothing are absent.
 */
export async function owedBy(
  ctx: OrganizationCtx,
  payers: readonly Addressee[],
): Promise<ReadonlyMap<string, OwedByPayer>> {
  const { db, organization_id, now } = ctx;
  const days_before = policiesOf(ctx.organization).payment_reminder_days_before;
  const ids = sql.param([...new Set(payers.map(payerId))]);
  const { rows } = await db.execute<Row>(sql`
    with credit as (
      select coalesce(c.payer_member_id, c.payer_company_id) as payer_id, c.currency,
        coalesce(l.legal_entity_id, e.id) as legal_entity_id, sum(c.remaining_minor) as minor
      from account_credits c
      join locations l on l.organization_id = c.organization_id and l.id = c.location_id
      join legal_entities e on e.organization_id = c.organization_id and e.is_default
      where c.organization_id = ${organization_id} and c.remaining_minor > 0
        and ${usableOn(sql`c.expires_on`, sql`(${now.toString()}::timestamptz at time zone l.time_zone)`)}
        and (c.payer_member_id = any(${ids}::uuid[]) or c.payer_company_id = any(${ids}::uuid[]))
      group by 1, 2, 3),
    owed as (
      select i.id, coalesce(i.payer_member_id, i.payer_company_id) as payer_id, i.number, i.due_on, i.currency,
        i.legal_entity_id, i.open_minor, i.seller ->> 'bank_details' as bank_details, d.today,
        sum(i.open_minor) over (partition by coalesce(i.payer_member_id, i.payer_company_id), i.currency,
          i.legal_entity_id order by i.due_on, i.id) as through_minor
      from invoices i
      join locations l on l.organization_id = i.organization_id and l.id = i.location_id
      cross join lateral (select (${now.toString()}::timestamptz at time zone l.time_zone)::date as today) d
      where i.organization_id = ${organization_id} and i.open_minor > 0
        and (i.payer_member_id = any(${ids}::uuid[]) or i.payer_company_id = any(${ids}::uuid[])))
    select o.payer_id, o.number, o.due_on::text, o.currency, o.bank_details, o.due_on < o.today as is_overdue,
      least(o.open_minor, o.through_minor - coalesce(c.minor, 0)) as amount_minor
    from owed o left join credit c
      on c.payer_id = o.payer_id and c.currency = o.currency and c.legal_entity_id = o.legal_entity_id
    where o.through_minor > coalesce(c.minor, 0) and o.due_on <= o.today + ${days_before}::int
    order by o.due_on, o.number`);
  const found = new Map<string, OwedByPayer>();
  for (const payer of payers) {
    const own = rows.filter(({ payer_id }) => payer_id === payerId(payer));
    if (own.length === 0) continue;
    const invoices = own.map((row) => ({ ...row, amount_minor: Number(row.amount_minor) }));
    const accounts = new Set(own.map((row) => row.bank_details));
    const bank_details = accounts.size === 1 ? (own[0]?.bank_details ?? null) : null;
    found.set(addresseeKey(payer), { invoices, bank_details });
  }
  return found;
}

const payerId = (payer: Addressee): string => ("member_id" in payer ? payer.member_id : payer.company_id);

/** The variables of a reminder. Amounts of several currencies are named one by one. */
export function reminderTexts({ invoices, bank_details }: OwedByPayer) {
  const overdue = invoices.filter(({ is_overdue }) => is_overdue);
  const [next] = invoices.filter(({ is_overdue }) => !is_overdue);
  return {
    amount: sumOf(invoices),
    summary: (words: VariableWords) => {
      const texts = billingWords[words.language];
      if (overdue.length === 0) return texts.due_on(sumOf(invoices)(words), words.day(next?.due_on ?? ""));
      if (overdue.length === invoices.length) return texts.all_overdue(sumOf(overdue)(words));
      return texts.some_overdue(sumOf(invoices)(words), sumOf(overdue)(words));
    },
    invoices: ({ language, money, day }: VariableWords) =>
      invoices
        .map(({ number, amount_minor, currency, due_on, is_overdue }) =>
          billingWords[language].owed(number, money(amount_minor, currency), day(due_on), is_overdue),
        )
        .join("\n"),
    how_to_pay: ({ language }: VariableWords) => {
      const texts = billingWords[language];
      return bank_details ? texts.pay_by_transfer(bank_details) : texts.pay_at_desk;
    },
  } satisfies Variables;
}

const sumOf =
  (invoices: readonly Owed[]) =>
  ({ money }: VariableWords): string =>
    [...new Set(invoices.map(({ currency }) => currency))]
      .map((currency) => {
        const own = invoices.filter((one) => one.currency === currency);
        return money(
          own.reduce((sum, { amount_minor }) => sum + amount_minor, 0),
          currency,
        );
      })
      .join(" + ");
