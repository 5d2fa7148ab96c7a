import { TextLink } from "@/components/ui/controls/text-link";
import { type Column, DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import type { getTrialBalance } from "@/lib/contracts/billing/ledger";
import type { Output } from "@/lib/contracts/contract";
import type { Account } from "@/lib/values/billing";
import { formatMoney } from "@/lib/values/money";
import { accountNames } from "./account-names";

type TrialBalance = Output<typeof getTrialBalance>;
type Row = TrialBalance["data"][number];

interface TrialBalanceTableProps {
  balance: TrialBalance;
  locale: string;
  accountHref: (account: Account) => string;
}

/** One table for each currency. Debits are positive, credits negative. */
export function TrialBalanceTable({ balance, locale, accountHref }: TrialBalanceTableProps) {
  return (
    <>
      {balance.totals.map((total) => {
        const { currency } = total;
        const amount = (minor: number) => (minor === 0 ? "—" : formatMoney(minor, currency, locale));
        const figure = (key: "opening_minor" | "debit_minor" | "credit_minor" | "closing_minor", header: string) => ({
          ...{ key, header, align: "end" as const },
          cell: (row: Row) => <span className="tabular-nums">{amount(row[key])}</span>,
        });
        const columns: Column<Row>[] = [
          {
            key: "account",
            header: "Account",
            cell: ({ account }) => <TextLink href={accountHref(account)}>{accountNames[account]}</TextLink>,
          },
          figure("opening_minor", "Opening"),
          figure("debit_minor", "Debit"),
          figure("credit_minor", "Credit"),
          figure("closing_minor", "Closing"),
        ];
        return (
          <DataTable
            key={currency}
            edge
            label={`Trial balance in ${currency}`}
            columns={columns}
            rows={balance.data.filter((row) => row.currency === currency)}
            rowKey={({ account }) => account}
            phone={(row) => (
              <PhoneRow
                title={accountNames[row.account]}
                href={accountHref(row.account)}
                subtitle={`Debit ${amount(row.debit_minor)} · Credit ${amount(row.credit_minor)}`}
                status={<b className="tabular-nums">{amount(row.closing_minor)}</b>}
              />
            )}
            footer={
              <tr>
                <th scope="row">Total in {currency}</th>
                {(["opening_minor", "debit_minor", "credit_minor", "closing_minor"] as const).map((key) => (
                  <td key={key} data-align="end" className="tabular-nums">
                    {formatMoney(total[key], currency, locale)}
                  </td>
                ))}
              </tr>
            }
          />
        );
      })}
    </>
  );
}
