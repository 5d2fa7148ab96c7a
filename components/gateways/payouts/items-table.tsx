import { TextLink } from "@/components/ui/controls/text-link";
import { Badge } from "@/components/ui/data/badge";
import { type Column, DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import type { Output } from "@/lib/contracts/contract";
import type { listPayoutItems } from "@/lib/contracts/gateways/payouts";
import { formatMoney } from "@/lib/values/money";

type Item = Output<typeof listPayoutItems>["data"][number];

const kindWords: Record<Item["kind"], string> = {
  payment: "Payment",
  refund: "Refund",
  dispute: "Dispute",
  fee: "Fee",
  adjustment: "Adjustment",
};

interface ItemsTableProps {
  items: readonly Item[];
  locale: string;
  /** The address of the organization's pages. */
  manage: string;
}

/** Each row of the gateway's balance, with what of ours it is. */
export function ItemsTable({ items, locale, manage }: ItemsTableProps) {
  const money = (minor: number, { currency }: Item) => formatMoney(minor, currency, locale);
  const hrefOf = ({ dispute_id, payment_id }: Item) =>
    dispute_id ? `${manage}/disputes/${dispute_id}` : payment_id ? `${manage}/payments/${payment_id}` : null;
  const nameOf = (item: Item) => item.payer_name ?? item.source_ref ?? item.item_ref;
  const columns: Column<Item>[] = [
    { key: "kind", header: "What", cell: ({ kind }) => kindWords[kind] },
    {
      key: "of",
      header: "Of",
      cell: (item) => {
        const href = hrefOf(item);
        return href ? <TextLink href={href}>{nameOf(item)}</TextLink> : nameOf(item);
      },
    },
    { key: "where", header: "Location", className: "max-lg:hidden", cell: ({ location_name }) => location_name ?? "—" },
    { key: "match", header: "Here", cell: (item) => <Match item={item} /> },
    {
      key: "fee",
      header: "Fee",
      align: "end",
      cell: (item) => <span className="tabular-nums">{item.fee_minor === 0 ? "—" : money(item.fee_minor, item)}</span>,
    },
    {
      key: "amount",
      header: "Amount",
      align: "end",
      cell: (item) => <span className="tabular-nums">{money(item.amount_minor, item)}</span>,
    },
  ];
  return (
    <DataTable
      label="Items"
      density="dense"
      edge
      columns={columns}
      rows={items}
      rowKey={({ id }) => id}
      phone={(item) => (
        <PhoneRow
          title={nameOf(item)}
          href={hrefOf(item) ?? undefined}
          subtitle={item.mismatch ?? kindWords[item.kind]}
          status={<b className="tabular-nums">{money(item.amount_minor, item)}</b>}
          fact={item.mismatch ? <Badge tone="warn">Does not match</Badge> : <Badge tone="mute">Matches</Badge>}
        />
      )}
    />
  );
}

function Match({ item: { mismatch } }: { item: Item }) {
  return mismatch ? <span className="text-warn-text">{mismatch}</span> : <Badge tone="mute">Matches</Badge>;
}
