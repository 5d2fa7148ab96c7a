import { TextLink } from "@/components/ui/controls/text-link";
import { type Column, DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatShortDate } from "@/lib/client/format-short-date";
import type { Output } from "@/lib/contracts/contract";
import type { listForecastLines } from "@/lib/contracts/memberships/forecast";
import { formatMoney } from "@/lib/values/money";
import { riskNames } from "./words";

type Line = Output<typeof listForecastLines>["data"][number];

interface LinesTableProps {
  lines: readonly Line[];
  locale: string;
  sort: "day" | "member";
  sortHref: (sort: "day" | "member") => string;
  memberHref: (id: string) => string;
}

export function LinesTable({ lines, locale, sort, sortHref, memberHref }: LinesTableProps) {
  const money = ({ total_minor, currency }: Line) => formatMoney(total_minor, currency, locale);
  const day = (on: string) => formatShortDate(on, on, locale);
  const sortOf = (by: "day" | "member") => ({
    href: sortHref(by),
    ...(sort === by && { direction: "ascending" as const }),
  });
  const columns: Column<Line>[] = [
    { key: "bill_on", header: "Billed", sort: sortOf("day"), cell: ({ bill_on }) => day(bill_on) },
    {
      ...{ key: "member", header: "Member", sort: sortOf("member") },
      cell: ({ member_id, member_name }) => <TextLink href={memberHref(member_id)}>{member_name}</TextLink>,
    },
    {
      ...{ key: "label", header: "What", wrap: true },
      cell: ({ label, why }) => (
        <span className="grid">
          <span>{label}</span>
          <span className="text-12 text-ink-3">{why}</span>
        </span>
      ),
    },
    { key: "location", header: "Location", className: "max-lg:hidden", cell: ({ location_name }) => location_name },
    {
      ...{ key: "risk", header: "At risk", wrap: true },
      cell: ({ risk }) => (risk ? <span className="text-warn-text">{riskNames[risk]}</span> : null),
    },
    {
      ...{ key: "total", header: "Amount", align: "end" },
      cell: (line) => <span className="tabular-nums">{money(line)}</span>,
    },
  ];
  return (
    <DataTable
      edge
      label="Lines of the forecast"
      columns={columns}
      rows={lines}
      rowKey={({ membership_id, kind, bill_on, from_on }) => `${membership_id} ${kind} ${bill_on} ${from_on}`}
      phone={(line) => (
        <PhoneRow
          title={line.member_name}
          href={memberHref(line.member_id)}
          subtitle={`${day(line.bill_on)} · ${line.label}`}
          status={<b className="tabular-nums">{money(line)}</b>}
          fact={line.risk ? <span className="text-warn-text">{riskNames[line.risk]}</span> : null}
        />
      )}
    />
  );
}
