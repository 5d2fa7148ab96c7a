import { TextLink } from "@/components/ui/controls/text-link";
import { type Column, DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatDay, type LocaleContext } from "@/lib/client/format";
import type { GatewayVendor, PayoutStatus } from "@/lib/values/gateways";
import { formatMoney } from "@/lib/values/money";
import { MatchBadge, PayoutStatusBadge } from "./payout-status";

type Payout = {
  id: string;
  vendor: GatewayVendor;
  status: PayoutStatus;
  amount_minor: number;
  fee_minor: number;
  currency: string;
  arrives_on: string;
  items: number;
  mismatches: number;
  mismatch: string | null;
};

type Total = {
  currency: string;
  payouts: number;
  paid_minor: number;
  pending_minor: number;
  fee_minor: number;
  mismatched: number;
};

interface PayoutsTableProps {
  payouts: readonly Payout[];
  totals: readonly Total[];
  reader: LocaleContext;
  base: string;
}

export const vendorNames: Record<GatewayVendor, string> = {
  sandbox: "Sandbox",
  stripe: "Stripe",
  razorpay: "Razorpay",
};

export function PayoutsTable({ payouts, totals, reader, base }: PayoutsTableProps) {
  const money = (minor: number, currency: string) => formatMoney(minor, currency, reader.locale);
  const columns: Column<Payout>[] = [
    {
      key: "day",
      header: "At the bank",
      cell: ({ id, arrives_on }) => <TextLink href={`${base}/${id}`}>{formatDay(arrives_on, reader)}</TextLink>,
    },
    { key: "gateway", header: "Gateway", cell: ({ vendor }) => vendorNames[vendor] },
    { key: "state", header: "State", cell: ({ status }) => <PayoutStatusBadge status={status} /> },
    { key: "match", header: "Items", cell: (payout) => <MatchBadge payout={payout} /> },
    {
      key: "fees",
      header: "Fees",
      align: "end",
      cell: ({ fee_minor, currency }) => <span className="tabular-nums">{money(fee_minor, currency)}</span>,
    },
    {
      key: "amount",
      header: "Amount",
      align: "end",
      cell: ({ amount_minor, currency }) => <span className="tabular-nums">{money(amount_minor, currency)}</span>,
    },
  ];
  return (
    <>
      <DataTable
        label="Payouts"
        density="dense"
        edge
        columns={columns}
        rows={payouts}
        rowKey={({ id }) => id}
        phone={(payout) => (
          <PhoneRow
            title={formatDay(payout.arrives_on, reader)}
            href={`${base}/${payout.id}`}
            subtitle={`${vendorNames[payout.vendor]}, fees ${money(payout.fee_minor, payout.currency)}`}
            status={<b className="tabular-nums">{money(payout.amount_minor, payout.currency)}</b>}
            fact={<MatchBadge payout={payout} />}
          />
        )}
      />
      {totals.map((one) => (
        <p key={one.currency} className="border-line border-t px-gutter py-3 text-ink-3 tabular-nums">
          {`${one.payouts} ${one.payouts === 1 ? "payout" : "payouts"} in ${one.currency}: `}
          {`${money(one.paid_minor, one.currency)} at the bank, ${money(one.pending_minor, one.currency)} on its way, `}
          {`${money(one.fee_minor, one.currency)} fees, ${one.mismatched} to look at`}
        </p>
      ))}
    </>
  );
}
