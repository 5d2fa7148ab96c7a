import { type Column, DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatDay, type LocaleContext } from "@/lib/client/format";
import type { listJournalEntries } from "@/lib/contracts/billing/ledger";
import type { Output } from "@/lib/contracts/contract";
import { formatMoney } from "@/lib/values/money";
import { accountNames } from "./account-names";

type Entry = Output<typeof listJournalEntries>["data"][number];
type Line = Entry["lines"][number];

interface JournalTableProps {
  entries: readonly Entry[];
  localeContext: LocaleContext;
}

/** "invoice:<id>": Invoice INV-00012 */
function titleOf({ fact, lines }: Entry): string {
  const kind = (fact.split(":")[0] ?? "").replaceAll("_", " ");
  const number = lines.find(({ invoice_number }) => invoice_number)?.invoice_number;
  return [kind.charAt(0).toUpperCase() + kind.slice(1), number].filter(Boolean).join(" ");
}

const payerOf = ({ lines }: Entry): string | null => lines.find(({ payer_name }) => payer_name)?.payer_name ?? null;

export function JournalTable({ entries, localeContext }: JournalTableProps) {
  const { locale } = localeContext;
  const amount = ({ currency }: Entry, { amount_minor }: Line) => formatMoney(Math.abs(amount_minor), currency, locale);
  const side = (entry: Entry, sign: 1 | -1) => (
    <ul className="tabular-nums">
      {entry.lines.map((line) => (
        <li key={`${line.account} ${line.amount_minor} ${line.invoice_id}`}>
          {line.amount_minor * sign > 0 ? amount(entry, line) : " "}
        </li>
      ))}
    </ul>
  );
  const columns: Column<Entry>[] = [
    { key: "day", header: "Day", cell: ({ booked_on }) => formatDay(booked_on, localeContext) },
    {
      key: "fact",
      header: "Booked for",
      cell: (entry) => (
        <>
          {titleOf(entry)}
          <span className="block text-ink-3">{[payerOf(entry), entry.location_name].filter(Boolean).join(" · ")}</span>
        </>
      ),
    },
    {
      key: "accounts",
      header: "Account",
      cell: ({ lines }) => (
        <ul>
          {lines.map(({ account, amount_minor, invoice_id }) => (
            <li key={`${account} ${amount_minor} ${invoice_id}`} className={amount_minor < 0 ? "pl-4" : undefined}>
              {accountNames[account]}
            </li>
          ))}
        </ul>
      ),
    },
    { key: "debit", header: "Debit", align: "end", cell: (entry) => side(entry, 1) },
    { key: "credit", header: "Credit", align: "end", cell: (entry) => side(entry, -1) },
  ];
  return (
    <DataTable
      label="Journal"
      edge
      columns={columns}
      rows={entries}
      rowKey={({ id }) => id}
      phone={(entry) => (
        <PhoneRow
          title={titleOf(entry)}
          subtitle={[formatDay(entry.booked_on, localeContext), payerOf(entry)].filter(Boolean).join(" · ")}
          status={formatMoney(
            entry.lines.reduce((sum, { amount_minor }) => sum + Math.max(amount_minor, 0), 0),
            entry.currency,
            locale,
          )}
        />
      )}
    />
  );
}
