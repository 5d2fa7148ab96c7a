import { TextLink } from "@/components/ui/controls/text-link";
import { DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatFullDate } from "@/lib/client/format-short-date";
import type { getStatement } from "@/lib/contracts/billing/account";
import type { Output } from "@/lib/contracts/contract";
import { formatMoney } from "@/lib/values/money";

type Statement = Output<typeof getStatement>;
type Row = Statement["rows"][number];

const names: Record<Row["kind"], string> = {
  invoice: "Invoice",
  credit_note: "Credit note",
  payment: "Payment",
  payment_reversal: "Payment taken back",
  refund: "Refund",
  void: "Voided",
  write_off: "Written off",
  goodwill: "Goodwill",
  goodwill_lapse: "Goodwill expired",
  other: "Booking",
};

const documents = new Set<Row["kind"]>(["invoice", "credit_note", "void", "write_off"]);

type Line = { key: string; day: string; text: string; href: string | null; amount: number | null; balance: number };

/** Every booking with the balance after it, between the opening and the closing balance. */
export function StatementTable({ statement, locale, base }: { statement: Statement; locale: string; base: string }) {
  const { rows, opening_minor, closing_minor, currency, from, to } = statement;
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const lines: Line[] = [
    { key: "opening", day: from, text: "Opening balance", href: null, amount: null, balance: opening_minor },
    ...rows.map((row, index) => ({
      ...{ key: `${row.kind} ${row.id} ${index}`, day: row.booked_on, text: textOf(row), href: hrefOf(row, base) },
      ...{ amount: row.amount_minor, balance: row.balance_minor },
    })),
    { key: "closing", day: to, text: "Closing balance", href: null, amount: null, balance: closing_minor },
  ];
  return (
    <DataTable
      label="Statement"
      density="dense"
      rows={lines}
      rowKey={({ key }) => key}
      phone={({ day, text, href, amount, balance }) => (
        <PhoneRow
          title={text}
          {...(href && { href })}
          subtitle={formatFullDate(day, locale)}
          status={<b>{money(amount ?? balance)}</b>}
          fact={amount === null ? null : `Balance ${money(balance)}`}
        />
      )}
      columns={[
        { key: "day", header: "Day", cell: ({ day }) => formatFullDate(day, locale) },
        {
          key: "text",
          header: "Booking",
          cell: ({ text, href }) => (href ? <TextLink href={href}>{text}</TextLink> : text),
        },
        { key: "amount", header: "Amount", align: "end", cell: ({ amount }) => (amount === null ? "" : money(amount)) },
        { key: "balance", header: "Balance", align: "end", cell: ({ balance }) => money(balance) },
      ]}
    />
  );
}

const textOf = ({ kind, number }: Row): string => (number ? `${names[kind]} ${number}` : names[kind]);

function hrefOf({ kind, id }: Row, base: string): string | null {
  if (documents.has(kind)) return `${base}/invoices/${id}`;
  return kind === "payment" ? `${base}/payments/${id}` : null;
}
