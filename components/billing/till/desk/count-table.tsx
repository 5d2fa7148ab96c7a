import { Minus, Plus } from "lucide-react";
import { formatMoney } from "@/lib/values/money";

interface CountTableProps {
  denominations: readonly number[];
  /** How many of each, by its value in minor units. */
  pieces: Readonly<Record<string, number>>;
  onChange: (pieces: Record<string, number>) => void;
  currency: string;
  locale: string;
}

const most = 100_000;

/** How many of each note and coin. Tab goes from field to field. */
export function CountTable({ denominations, pieces, onChange, currency, locale }: CountTableProps) {
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const total = Object.entries(pieces).reduce((all, [value, count]) => all + Number(value) * count, 0);
  return (
    <table className="w-full text-left">
      <thead>
        <tr className="text-ink-3 [&>th]:border-line [&>th]:border-b [&>th]:pb-2 [&>th]:font-medium">
          <th scope="col">Each</th>
          <th scope="col">How many</th>
          <th scope="col" className="text-right">
            Makes
          </th>
        </tr>
      </thead>
      <tbody>
        {denominations.map((value) => {
          const count = pieces[value] ?? 0;
          const set = (next: number) =>
            onChange({ ...pieces, [value]: Math.min(most, Math.max(0, Math.trunc(next) || 0)) });
          return (
            <tr key={value} className="[&>*]:h-14 [&>*]:border-line [&>*]:border-b">
              <th scope="row" className="pr-3 font-medium text-20 text-ink">
                {money(value)}
              </th>
              <td>
                <span className="tl-stepper">
                  <button
                    type="button"
                    tabIndex={-1}
                    aria-label={`One ${money(value)} less`}
                    onClick={() => set(count - 1)}
                  >
                    <Minus aria-hidden="true" />
                  </button>
                  <input
                    type="number"
                    inputMode="numeric"
                    min={0}
                    step={1}
                    aria-label={`How many ${money(value)}`}
                    placeholder="0"
                    value={pieces[value] ?? ""}
                    onChange={({ target }) => set(Number(target.value))}
                  />
                  <button
                    type="button"
                    tabIndex={-1}
                    aria-label={`One ${money(value)} more`}
                    onClick={() => set(count + 1)}
                  >
                    <Plus aria-hidden="true" />
                  </button>
                </span>
              </td>
              <td className="text-right text-20 text-ink max-sm:text-16">{count > 0 ? money(value * count) : "0"}</td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr className="[&>*]:h-16 [&>*]:text-ink">
          <th scope="row" className="font-strong text-20">
            Counted
          </th>
          <td colSpan={2} className="text-right font-medium text-36" aria-live="polite">
            {money(total)}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
