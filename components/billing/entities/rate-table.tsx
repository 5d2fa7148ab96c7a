import { ButtonLink } from "@/components/ui/controls/button";
import { TextLink } from "@/components/ui/controls/text-link";
import { type Column, DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatShortDate } from "@/lib/client/format-short-date";
import { percentText, type TaxRate } from "./entity";

interface RateTableProps {
  entity_name: string;
  rates: readonly TaxRate[];
  today: string;
  locale: string;
  rateHref: (id: string) => string;
  addHref: string;
}

/** L9: the rates with their days. */
export function RateTable({ entity_name, rates, today, locale, rateHref, addHref }: RateTableProps) {
  const daysOf = ({ from_on, to_on }: TaxRate) =>
    `from ${formatShortDate(from_on, today, locale)}${to_on ? ` to ${formatShortDate(to_on, today, locale)}` : ""}`;
  const columns: Column<TaxRate>[] = [
    {
      key: "name",
      header: "Tax",
      cell: ({ id, name }) => (
        <TextLink href={rateHref(id)} scroll={false}>
          {name}
        </TextLink>
      ),
    },
    { key: "class", header: "Class", cell: ({ tax_class }) => tax_class },
    { key: "rate", header: "Rate", align: "end", cell: ({ rate_ppm }) => percentText(rate_ppm) },
    { key: "days", header: "Supplies", cell: daysOf },
    { key: "used", header: "Used", cell: ({ is_used }) => (is_used ? "by issued documents" : "not yet") },
  ];
  return (
    <div className="flex flex-col gap-3">
      {rates.length > 0 ? (
        <DataTable
          label={`Tax rates of ${entity_name}`}
          columns={columns}
          rows={rates}
          rowKey={({ id }) => id}
          phone={(rate) => (
            <PhoneRow
              title={`${rate.name} ${percentText(rate.rate_ppm)}`}
              href={rateHref(rate.id)}
              subtitle={`${rate.tax_class}, ${daysOf(rate)}`}
            />
          )}
        />
      ) : null}
      <p>
        <ButtonLink href={addHref} scroll={false} size="sm" aria-label={`Add a tax rate of ${entity_name}`}>
          Add a tax rate
        </ButtonLink>
      </p>
    </div>
  );
}
