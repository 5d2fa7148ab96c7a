import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/controls/text-link";
import { type Column, DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatDay, type LocaleContext } from "@/lib/client/format";
import { formatMoney } from "@/lib/values/money";
import { type InvoiceRow, titleOf } from "./invoice";
import { InvoiceStatusBadge } from "./invoice-status";
import { balanceWords, dueWords, lateWords } from "./money-words";

interface InvoicesTableProps {
  invoices: readonly InvoiceRow[];
  localeContextOf: (location_id: string) => LocaleContext;
  invoiceHref: (id: string) => string;
  /** Omitted in the list of one payer. */
  memberHref?: (id: string) => string;
  dueSort?: Column<InvoiceRow>["sort"];
  footer?: ReactNode;
  /** Whether rows can be selected; see InvoiceSelection. */
  selectable?: boolean;
}

export function InvoicesTable(props: InvoicesTableProps) {
  const { invoices, localeContextOf, invoiceHref, memberHref, dueSort, footer, selectable } = props;
  const contextOf = ({ location_id }: InvoiceRow) => localeContextOf(location_id);
  const amount = (row: InvoiceRow) => {
    const text = formatMoney(
      row.kind === "credit_note" ? -row.total_minor : row.total_minor,
      row.currency,
      contextOf(row).locale,
    );
    return row.status === "void" ? <s className="text-ink-3">{text}</s> : text;
  };
  const balance = (row: InvoiceRow) => (
    <span className={row.status === "overdue" ? "text-bad-text" : row.open_minor === 0 ? "text-ink-3" : undefined}>
      {balanceWords(row, contextOf(row).locale)}
    </span>
  );
  const badge = (row: InvoiceRow) => (
    <InvoiceStatusBadge
      status={row.status}
      credited={{ minor: row.credited_minor, currency: row.currency, locale: contextOf(row).locale }}
    />
  );
  const columns: Column<InvoiceRow>[] = [
    {
      key: "number",
      header: "Number",
      cell: (row) => (
        <TextLink href={invoiceHref(row.id)} className="ui-table-link">
          {row.number ?? "No number yet"}
        </TextLink>
      ),
    },
    ...(memberHref
      ? [{ key: "payer", header: "Payer", cell: (row: InvoiceRow) => <Payer row={row} memberHref={memberHref} /> }]
      : []),
    {
      key: "for",
      header: "For",
      className: "max-lg:hidden",
      cell: (row) => <span className="block max-w-64 truncate">{subjectOf(row)}</span>,
    },
    {
      key: "issued",
      header: "Issued",
      className: "max-lg:hidden",
      cell: (row) => (row.issued_on ? formatDay(row.issued_on, contextOf(row)) : "—"),
    },
    {
      key: "due",
      header: "Due",
      ...(dueSort && { sort: dueSort }),
      cell: (row) => (
        <>
          {dueWords(row, contextOf(row))}
          {row.days_late > 0 ? <span className="text-bad-text">, {lateWords(row.days_late)}</span> : null}
        </>
      ),
    },
    { key: "status", header: "Status", cell: badge },
    { key: "amount", header: "Amount", align: "end", cell: amount },
    { key: "balance", header: "Balance", align: "end", cell: balance },
  ];
  return (
    <DataTable
      label="Invoices"
      columns={columns}
      rows={invoices}
      rowKey={({ id }) => id}
      edge
      footer={footer}
      {...(selectable ? { selectLabel: (row: InvoiceRow) => `${titleOf(row)} of ${row.payer.name}` } : {})}
      phone={(row) => (
        <PhoneRow
          title={memberHref ? row.payer.name : titleOf(row)}
          href={invoiceHref(row.id)}
          subtitle={`${memberHref ? titleOf(row) : subjectOf(row)} · ${formatMoney(row.total_minor, row.currency, contextOf(row).locale)}`}
          status={badge(row)}
          fact={
            row.days_late > 0
              ? lateWords(row.days_late)
              : row.open_minor > 0
                ? `due ${dueWords(row, contextOf(row))}`
                : null
          }
        />
      )}
    />
  );
}

function Payer({ row: { payer }, memberHref }: { row: InvoiceRow; memberHref: (id: string) => string }) {
  if (payer.kind === "company") return <span className="font-medium text-ink">{payer.name}</span>;
  return (
    <>
      <TextLink href={memberHref(payer.id)}>{payer.name}</TextLink>{" "}
      <span className="text-ink-3 max-xl:hidden">{payer.member_code}</span>
    </>
  );
}

/** The first line, and how many more there are. */
const subjectOf = ({ description, lines_count }: InvoiceRow): string =>
  lines_count > 1 ? `${description} and ${lines_count - 1} more` : description;
