import { TextLink } from "@/components/ui/controls/text-link";
import { Callout } from "@/components/ui/data/callout";
import { DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatCount } from "@/lib/client/format";
import { formatFullDate } from "@/lib/client/format-short-date";
import type { Output } from "@/lib/contracts/contract";
import type { previewPriceIncrease } from "@/lib/contracts/memberships/price-increases";
import { formatMoney } from "@/lib/values/money";

interface IncreasePreviewProps {
  data: Output<typeof previewPriceIncrease> | undefined;
  error: string | undefined;
  isStale: boolean;
  locale: string;
  /** The address of the members; an id follows. */
  memberHref: string;
}

/** How much more a month, and who pays it from which bill on. */
export function IncreasePreview({ data, error, isStale, locale, memberHref }: IncreasePreviewProps) {
  if (error)
    return (
      <Callout tone="warn" title="Not possible like this" role="status">
        <p>{error}</p>
      </Callout>
    );
  if (!data)
    return <p className="text-ink-3">Enter the new price to see who pays how much more, and from which bill on.</p>;
  const money = (minor: number) => formatMoney(minor, data.currency, locale);
  const people = (count: number) => `${formatCount(count, locale)} ${count === 1 ? "membership" : "memberships"}`;
  return (
    <div className={`flex min-w-0 flex-col gap-3 ${isStale ? "opacity-60" : ""}`} aria-live="polite">
      <div>
        <p className="text-ink-3">More each month</p>
        <p className="font-medium text-36 text-ink">{money(data.more_per_month_minor)}</p>
        <p className="text-ink-3">
          {`${people(data.raised)} ${data.raised === 1 ? "pays" : "pay"} more, ${formatCount(data.kept, locale)} keep their price, ${formatCount(data.ending, locale)} end before.`}
        </p>
      </div>
      {data.payers.length > 0 ? (
        <DataTable
          label="Who pays more"
          density="dense"
          rows={data.payers}
          rowKey={({ membership_id }) => membership_id}
          phone={(row) => (
            <PhoneRow
              title={row.member_name}
              href={`${memberHref}/${row.member_id}`}
              subtitle={`From ${formatFullDate(row.first_bill_on, locale)}`}
              status={<b>{`${money(row.price_minor)} → ${money(row.new_price_minor)}`}</b>}
              fact={`${money(row.more_per_month_minor)} more a month`}
            />
          )}
          columns={[
            {
              key: "member",
              header: "Member",
              cell: ({ member_id, member_name }) => (
                <TextLink href={`${memberHref}/${member_id}`}>{member_name}</TextLink>
              ),
            },
            { key: "from", header: "First bill", cell: ({ first_bill_on }) => formatFullDate(first_bill_on, locale) },
            { key: "old", header: "Now", align: "end", cell: (row) => money(row.price_minor) },
            { key: "new", header: "Then", align: "end", cell: (row) => money(row.new_price_minor) },
            { key: "more", header: "More a month", align: "end", cell: (row) => money(row.more_per_month_minor) },
          ]}
        />
      ) : null}
      {data.raised > data.payers.length ? (
        <p className="text-ink-3">{`The ${data.payers.length} who pay the most more are shown.`}</p>
      ) : null}
    </div>
  );
}
