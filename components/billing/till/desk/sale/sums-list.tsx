import type { Output } from "@/lib/contracts/contract";
import type { quoteTillSale } from "@/lib/contracts/members/till-sales";

interface SumsListProps {
  quote: Output<typeof quoteTillSale>;
  /** The open invoices that are ticked. */
  owed: number;
  money: (minor: number) => string;
}

/** How the amount comes about. */
export function SumsList({ quote, owed, money }: SumsListProps) {
  const rows = [
    ...(owed > 0 ? [{ key: "owed", term: "Open invoices", minor: owed }] : []),
    ...quote.lines.map(({ description, total_minor }, at) => ({
      ...{ key: `${at} ${description}`, term: description, minor: total_minor },
    })),
    ...(quote.credit_minor > 0 ? [{ key: "credit", term: "Account credit", minor: -quote.credit_minor }] : []),
  ];
  if (rows.length < 2) return null;
  return (
    <dl className="tl-sums mt-1 mb-2">
      {rows.map(({ key, term, minor }) => (
        <div key={key}>
          <dt>{term}</dt>
          <dd>{money(minor)}</dd>
        </div>
      ))}
    </dl>
  );
}
