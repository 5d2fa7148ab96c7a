import { classNames } from "@/components/ui/class-names";
import { formatDayMonth, formatFullDate } from "@/lib/client/format-short-date";
import { formatMoney } from "@/lib/values/money";
import type { Invoice } from "./invoice";
import { settlementWords } from "./settlement-words";

type Row = { key: string; label: string; value: string; isStrong?: boolean };

export function PaperSums({ invoice, locale }: { invoice: Invoice; locale: string }) {
  return (
    <dl className="mt-4 ml-auto flex w-full max-w-96 flex-col">
      {rowsOf(invoice, locale).map(({ key, label, value, isStrong }) => (
        <div
          key={key}
          className={classNames(
            "flex justify-between gap-4 py-1",
            isStrong ? "border-line-strong border-t font-strong text-ink" : undefined,
          )}
        >
          <dt>{label}</dt>
          <dd className="text-right">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function rowsOf(invoice: Invoice, locale: string): Row[] {
  const { kind, net_minor, total_minor, open_minor, taxes, settlements, currency, status, due_on } = invoice;
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const isOwed = kind === "invoice" && status !== "draft" && status !== "void";
  return [
    ...(taxes.length > 0 ? [{ key: "net", label: "Without tax", value: money(net_minor) }] : []),
    ...taxes.map(({ name, rate_ppm, base_minor, amount_minor }) => ({
      key: `${name} ${rate_ppm}`,
      label: `${name} ${(rate_ppm / 10_000).toLocaleString(locale, { maximumFractionDigits: 4 })} % on ${money(base_minor)}`,
      value: money(amount_minor),
    })),
    { key: "total", label: kind === "invoice" ? "Total" : "Total credit", value: money(total_minor), isStrong: true },
    ...settlements.map((one) => ({
      key: one.id,
      label: `${settlementWords(one)}, ${formatDayMonth(one.settled_on, locale)}`,
      value: money(-one.amount_minor),
    })),
    ...(isOwed
      ? [
          {
            key: "open",
            label: open_minor > 0 && due_on ? `To pay by ${formatFullDate(due_on, locale)}` : "To pay",
            value: money(open_minor),
            isStrong: true,
          },
        ]
      : []),
  ];
}
