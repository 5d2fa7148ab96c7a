import { TextLink } from "@/components/ui/controls/text-link";
import { formatMoney } from "@/lib/values/money";
import type { DunningCase } from "./case";
import { CaseRow, type CaseRowProps, RowActions } from "./case-row";

type Cases = [DunningCase, ...DunningCase[]];

interface PayerRowProps extends Pick<CaseRowProps, "manageHref" | "actions" | "isBusy"> {
  /** Of one payer, the one that is tried first in front. */
  cases: Cases;
  locale: string;
  now: string;
  /** The case whose reason is shown. */
  why: string | null;
  setWhy: (id: string | null) => void;
}

const payerOf = ({ payer_member_id, payer_company_id }: DunningCase): string =>
  payer_member_id ?? payer_company_id ?? "";

/** The cases of each payer, in the order of the list. */
export function byPayer(rows: readonly DunningCase[]): Cases[] {
  const found = new Map<string, Cases>();
  for (const row of rows) {
    const known = found.get(payerOf(row));
    if (known) known.push(row);
    else found.set(payerOf(row), [row]);
  }
  return [...found.values()];
}

/** What a payer owes in all: the invoice that is tried first, and the others inside. */
export function PayerRow({ cases, locale, now, why, setWhy, ...shared }: PayerRowProps) {
  const [first, ...others] = cases;
  const isOpen = cases.some(({ id }) => id === why);
  return (
    <CaseRow
      {...shared}
      row={first}
      context={{ locale, now, time_zone: first.time_zone }}
      isOpen={isOpen}
      onToggle={() => setWhy(isOpen ? null : first.id)}
      together={
        others.length === 0
          ? undefined
          : {
              owes: owesOf(cases, locale),
              count: cases.length,
              others: (
                <ul aria-label={`Other invoices of ${first.payer_name}`} className="mt-2 border-line border-t">
                  {others.map((row) => (
                    <OtherInvoice key={row.id} row={row} locale={locale} {...shared} />
                  ))}
                </ul>
              ),
            }
      }
    />
  );
}

type OtherInvoiceProps = Pick<CaseRowProps, "row" | "manageHref" | "actions" | "isBusy"> & { locale: string };

function OtherInvoice({ row, locale, manageHref, actions, isBusy }: OtherInvoiceProps) {
  const reason = `other-${row.id}`;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b py-2 last:border-b-0">
      <p className="min-w-0 flex-1">
        <TextLink href={`${manageHref}/invoices/${row.invoice_id}`}>{row.invoice_number}</TextLink>,{" "}
        <span className="tabular-nums text-ink">{formatMoney(row.open_minor, row.currency, locale)}</span>
        <span id={reason} className="block text-ink-3">
          {row.next.sentence}
        </span>
      </p>
      {actions ? <RowActions row={row} actions={actions} isBusy={isBusy} describedBy={reason} /> : null}
    </li>
  );
}

function owesOf(cases: readonly DunningCase[], locale: string): string {
  const sums = new Map<string, number>();
  for (const { currency, open_minor } of cases) sums.set(currency, (sums.get(currency) ?? 0) + open_minor);
  return [...sums].map(([currency, minor]) => formatMoney(minor, currency, locale)).join(" + ");
}
