import { TextLink } from "@/components/ui/controls/text-link";
import { type Column, DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatDateTime, type LocaleContext } from "@/lib/client/format";
import type { DisputeStatus } from "@/lib/values/gateways";
import { formatMoney } from "@/lib/values/money";
import { DisputeStatusBadge } from "./dispute-status";
import { reasonWords } from "./dispute-words";

type Dispute = {
  id: string;
  payer_name: string;
  location_name: string;
  time_zone: string;
  status: DisputeStatus;
  reason: string;
  amount_minor: number;
  currency: string;
  evidence_due_at: string | null;
  opened_at: string;
};

type Total = {
  currency: string;
  disputes: number;
  undecided_minor: number;
  won_minor: number;
  lost_minor: number;
  fee_minor: number;
};

interface DisputesTableProps {
  disputes: readonly Dispute[];
  totals: readonly Total[];
  reader: Omit<LocaleContext, "time_zone">;
  /** The address of the list; a dispute is below it. */
  base: string;
}

/** The deadline first: a dispute that is not answered is lost. */
export function DisputesTable({ disputes, totals, reader, base }: DisputesTableProps) {
  const moment = (instant: string, { time_zone }: Dispute) => formatDateTime(instant, { ...reader, time_zone });
  const due = (one: Dispute) => (one.evidence_due_at ? moment(one.evidence_due_at, one) : "—");
  const money = (minor: number, currency: string) => formatMoney(minor, currency, reader.locale);
  const columns: Column<Dispute>[] = [
    { key: "due", header: "Answer by", cell: due },
    {
      key: "payer",
      header: "Payer",
      cell: ({ id, payer_name }) => <TextLink href={`${base}/${id}`}>{payer_name}</TextLink>,
    },
    { key: "reason", header: "Reason", cell: ({ reason }) => reasonWords(reason) },
    { key: "opened", header: "Opened", className: "max-lg:hidden", cell: (one) => moment(one.opened_at, one) },
    { key: "where", header: "Location", className: "max-lg:hidden", cell: ({ location_name }) => location_name },
    { key: "state", header: "State", cell: ({ status }) => <DisputeStatusBadge status={status} /> },
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
        label="Disputes"
        density="dense"
        edge
        columns={columns}
        rows={disputes}
        rowKey={({ id }) => id}
        phone={(one) => (
          <PhoneRow
            title={one.payer_name}
            href={`${base}/${one.id}`}
            subtitle={one.evidence_due_at ? `Answer by ${due(one)}` : reasonWords(one.reason)}
            status={<b className="tabular-nums">{money(one.amount_minor, one.currency)}</b>}
            fact={<DisputeStatusBadge status={one.status} />}
          />
        )}
      />
      {totals.map((one) => (
        <p key={one.currency} className="border-line border-t px-gutter py-3 text-ink-3 tabular-nums">
          {`${one.disputes} ${one.disputes === 1 ? "dispute" : "disputes"} in ${one.currency}: `}
          {`${money(one.undecided_minor, one.currency)} undecided, ${money(one.won_minor, one.currency)} won, `}
          {`${money(one.lost_minor, one.currency)} lost, ${money(one.fee_minor, one.currency)} fees`}
        </p>
      ))}
    </>
  );
}
