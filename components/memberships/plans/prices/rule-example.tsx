import { DayInput } from "@/components/memberships/day-input";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { formatMoney } from "@/lib/values/money";
import type { RuleReader } from "./rule";
import type { usePricePreview } from "./use-price-preview";

interface RuleExampleProps {
  example: ReturnType<typeof usePricePreview>;
  reader: RuleReader;
}

const whole = (text: string, most: number): number | null =>
  text === "" ? null : Math.min(most, Math.max(0, Math.trunc(Number(text)) || 0));

/** A sale to try the rules on. Nothing is sold. */
export function RuleExample({ example: { sale, setSale, data, error }, reader }: RuleExampleProps) {
  const money = (minor: number) => formatMoney(minor, reader.currency, reader.locale);
  return (
    <section aria-label="Example" className="flex flex-col gap-3 rounded-control bg-surface-2 p-4">
      <p className="text-ink-3">A member who joins like this pays</p>
      <p className="font-medium text-36 text-ink" aria-live="polite">
        {data ? money(data.price_minor) : "…"}
      </p>
      <p className="text-ink-3">
        {data && data.price_minor !== data.list_price_minor
          ? `instead of ${money(data.list_price_minor)}`
          : "the price of the plan"}
      </p>
      {error ? <p className="text-warn-text">{error.message}</p> : null}
      <div className="grid grid-cols-2 gap-3">
        <Field label="Day">
          <DayInput value={sale.on} today={reader.today} onValueChange={(on) => setSale({ ...sale, on })} />
        </Field>
        <Field label="Time">
          <Input
            type="time"
            value={sale.time}
            onChange={({ target }) => setSale({ ...sale, time: target.value.slice(0, 5) })}
          />
        </Field>
        <Field label="Age">
          <Input
            inputMode="numeric"
            value={sale.age ?? ""}
            placeholder="unknown"
            onChange={({ target }) => setSale({ ...sale, age: whole(target.value, 120) })}
          />
        </Field>
        <Field label="Sold before">
          <Input
            inputMode="numeric"
            value={sale.sold}
            onChange={({ target }) => setSale({ ...sale, sold: whole(target.value, 10_000) ?? 0 })}
          />
        </Field>
        <Field label="Places used">
          <Input
            inputMode="numeric"
            suffix="%"
            value={sale.demand_percent ?? ""}
            placeholder="unknown"
            onChange={({ target }) => setSale({ ...sale, demand_percent: whole(target.value, 1_000) })}
          />
        </Field>
        {reader.locations.length > 1 ? (
          <Field label="Location">
            <Select
              value={sale.location_id}
              options={reader.locations.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={({ target }) => setSale({ ...sale, location_id: target.value })}
            />
          </Field>
        ) : null}
      </div>
    </section>
  );
}
