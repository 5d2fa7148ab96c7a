import { type Column, DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatTime } from "@/lib/client/format";
import type { TillMovementKind } from "@/lib/values/billing";
import { formatMoney } from "@/lib/values/money";
import { movementWords } from "./movement-words";

type Movement = {
  id: string;
  kind: TillMovementKind;
  amount_minor: number;
  reason: string | null;
  payer_name: string | null;
  created_at: string;
};

export interface MovementsListProps {
  movements: readonly Movement[];
  currency: string;
  locale: string;
  time_zone: string;
}

/** The cash that moved, newest first. */
export function MovementsList({ movements, currency, locale, time_zone }: MovementsListProps) {
  const columns: Column<Movement>[] = [
    { key: "time", header: "Time", cell: ({ created_at }) => formatTime(created_at, { locale, time_zone }) },
    { key: "kind", header: "What", cell: ({ kind }) => <span className="text-ink">{movementWords[kind]}</span> },
    { key: "who", header: "For", wrap: true, cell: ({ payer_name, reason }) => payer_name ?? reason ?? "" },
    {
      key: "amount",
      header: "Amount",
      align: "end",
      cell: ({ amount_minor }) => formatMoney(amount_minor, currency, locale),
    },
  ];
  return (
    <DataTable
      label="Cash movements"
      density="dense"
      columns={columns}
      rows={movements}
      rowKey={({ id }) => id}
      phone={({ kind, payer_name, reason, amount_minor, created_at }) => (
        <PhoneRow
          title={movementWords[kind]}
          subtitle={payer_name ?? reason}
          status={<b>{formatMoney(amount_minor, currency, locale)}</b>}
          fact={formatTime(created_at, { locale, time_zone })}
        />
      )}
    />
  );
}
