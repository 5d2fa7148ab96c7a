import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/controls/text-link";
import { DataTable } from "@/components/ui/data/data-table";
import { Section } from "@/components/ui/data/section";
import { Sentence } from "@/components/ui/data/sentence";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatShortDate } from "@/lib/client/format-short-date";
import type { getAccount } from "@/lib/contracts/billing/account";
import type { Output } from "@/lib/contracts/contract";
import type { creditSources } from "@/lib/values/billing";
import { formatMoney } from "@/lib/values/money";

type Account = Output<typeof getAccount>;

const creditNames: Record<(typeof creditSources)[number], string> = {
  overpayment: "Paid too much",
  credit_note: "Credit note",
  goodwill: "Goodwill",
  import: "From the import",
};

interface AccountSectionProps {
  name: string;
  account: Account;
  reader: { today: string; locale: string };
  statementHref: string;
  /** Buttons. */
  actions: ReactNode;
}

/** What a member owes and is owed. */
export function AccountSection({ name, account, reader, statementHref, actions }: AccountSectionProps) {
  const { balances, credits } = account;
  const day = (on: string) => formatShortDate(on, reader.today, reader.locale);
  return (
    <Section
      title="Account"
      action={
        <>
          <TextLink href={statementHref}>Statement</TextLink>
          {actions}
        </>
      }
    >
      {balances.length === 0 ? <p className="py-2 text-ink-3">Nothing was billed to {name} yet.</p> : null}
      {balances.map((balance) => (
        <Balance key={balance.currency} name={name} balance={balance} locale={reader.locale} />
      ))}
      {credits.length > 0 ? (
        <DataTable
          label="Account credit"
          density="dense"
          rows={credits}
          rowKey={({ id }) => id}
          phone={({ granted_on, source, reason, remaining_minor, currency }) => (
            <PhoneRow
              title={creditNames[source]}
              subtitle={reason ?? `Since ${day(granted_on)}`}
              status={<b>{`${formatMoney(remaining_minor, currency, reader.locale)} left`}</b>}
            />
          )}
          columns={[
            { key: "day", header: "Since", cell: ({ granted_on }) => day(granted_on) },
            {
              key: "source",
              header: "Credit",
              cell: ({ source, reason }) => (reason ? `${creditNames[source]}: ${reason}` : creditNames[source]),
            },
            {
              key: "until",
              header: "Use by",
              cell: ({ expires_on }) => (expires_on ? day(expires_on) : "Does not expire"),
            },
            {
              key: "left",
              header: "Left",
              align: "end",
              cell: ({ remaining_minor, amount_minor, currency }) =>
                remaining_minor === amount_minor
                  ? formatMoney(remaining_minor, currency, reader.locale)
                  : `${formatMoney(remaining_minor, currency, reader.locale)} of ${formatMoney(amount_minor, currency, reader.locale)}`,
            },
          ]}
        />
      ) : null}
    </Section>
  );
}

type BalanceProps = { name: string; balance: Account["balances"][number]; locale: string };

function Balance({ name, balance, locale }: BalanceProps) {
  const { open_minor, credit_minor, currency } = balance;
  const money = (minor: number) => <b>{formatMoney(minor, currency, locale)}</b>;
  if (open_minor === 0 && credit_minor === 0) return <Sentence>{name} owes nothing.</Sentence>;
  return (
    <Sentence>
      {open_minor > 0 ? (
        <>
          {name} owes {money(open_minor)}
        </>
      ) : (
        <>{name} owes nothing</>
      )}
      {credit_minor > 0 ? <>, and has {money(credit_minor)} of account credit for the next invoices</> : null}.
    </Sentence>
  );
}
