import { sql } from "drizzle-orm";
import { type Addressee, addresseeKey } from "@/lib/domain/messages/contacts";
import type { TenantCtx } from "@/lib/kernel/operation";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { declineWords } from "@/lib/values/decline-words";
import type { DeclineCode } from "@/lib/values/gateways";
import type { Variables, VariableWords } from "@/lib/values/message-variables";
import { localDateTime } from "@/lib/values/wall-time";
import { messageWords } from "./message-words";

/** An unpaid invoice of a payer whose payment failed. */
type Failed = {
  payer_id: string;
  number: string;
  open_minor: number;
  currency: string;
  decline_code: DeclineCode | null;
  next_try_at: string | null;
  time_zone: string;
};

/** K23: all failed invoices of each payer, the oldest first, by `addresseeKey()`. Payers without any are absent. */
export async function failedOf(
  { db, organization_id }: TenantCtx,
  payers: readonly Addressee[],
): Promise<ReadonlyMap<string, readonly Failed[]>> {
  const ids = sql.param([...new Set(payers.map(payerId))]);
  const { rows } = await db.execute<Failed>(sql`
    select coalesce(i.payer_member_id, i.payer_company_id) as payer_id, coalesce(i.number, '') as number, i.open_minor, i.currency,
      d.last_decline_code as decline_code, d.next_try_at, l.time_zone
    from dunning_cases d
    join invoices i on i.organization_id = d.organization_id and i.id = d.invoice_id and i.open_minor > 0
    join locations l on l.organization_id = d.organization_id and l.id = i.location_id
    where d.organization_id = ${organization_id} and d.status <> 'ended'
      and (i.payer_member_id = any(${ids}::uuid[]) or i.payer_company_id = any(${ids}::uuid[]))
    order by i.due_on, i.id`);
  const found = new Map<string, Failed[]>();
  for (const payer of payers) {
    const own = rows.filter(({ payer_id }) => payer_id === payerId(payer));
    if (own.length > 0)
      found.set(
        addresseeKey(payer),
        own.map((row) => ({ ...row, open_minor: Number(row.open_minor) })),
      );
  }
  return found;
}

const payerId = (payer: Addressee): string => ("member_id" in payer ? payer.member_id : payer.company_id);

/** What the message about failed payments says: how much, what the bank said of each, and what happens next. */
export function failureTexts(failed: readonly Failed[]) {
  return {
    amount: sumOf(failed),
    invoices: ({ language, money }: VariableWords) =>
      failed
        .map(({ number, open_minor, currency, decline_code }) => {
          const said = decline_code ? declineWords[language][decline_code] : null;
          return messageWords[language].invoice(number, money(open_minor, currency), said);
        })
        .join("\n"),
    what_next: ({ language, day }: VariableWords) => {
      const texts = messageWords[language];
      const next = failed
        .flatMap(({ next_try_at, time_zone }) => (next_try_at ? [{ at: instantOf(next_try_at), time_zone }] : []))
        .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))[0];
      if (!next) return texts.no_more_tries;
      const [on = "", time = ""] = localDateTime(next.at, next.time_zone).split("T");
      return texts.next_try(day(on as CalendarDay), time);
    },
  } satisfies Variables;
}

/** PostgreSQL's text form of an instant in a raw result. */
const instantOf = (text: string): string => new Date(text).toISOString();

const sumOf =
  (failed: readonly Failed[]) =>
  ({ money }: VariableWords): string =>
    [...new Set(failed.map(({ currency }) => currency))]
      .map((currency) =>
        money(
          failed.filter((one) => one.currency === currency).reduce((sum, { open_minor }) => sum + open_minor, 0),
          currency,
        ),
      )
      .join(" + ");
