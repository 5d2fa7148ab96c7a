"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/controls/button";
import { IconButton } from "@/components/ui/controls/icon-button";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import type { FamilyTier } from "@/lib/values/membership-terms";
import { MoneyInput } from "./money-input";
import type { PlanFieldsProps } from "./plan-fields";

type Props = Pick<PlanFieldsProps, "form" | "values" | "reader">;

/** J4: what the second and further members with the same payer get off each period. */
export function PlanFamily({ form, values, reader }: Props) {
  const tiers = values.family_discounts ?? [];
  const set = (next: FamilyTier[]) => form.setValue("family_discounts", next, { shouldDirty: true });
  const change = (index: number, part: Partial<FamilyTier>) =>
    set(tiers.map((tier, at) => (at === index ? { ...tier, ...part } : tier)));
  const currency = values.currency ?? "USD";
  const error = form.formState.errors.family_discounts;
  return (
    <fieldset className="ui-field">
      <legend className="ui-label mb-1.5">Family discount</legend>
      {tiers.map((tier, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no other identity, and none keeps a state.
          key={index}
          className="mb-2 grid grid-cols-[88px_1fr_1fr_auto] gap-2"
        >
          <Input
            aria-label={`Step ${index + 1}, from member`}
            inputMode="numeric"
            align="end"
            prefix="from"
            value={tier.from}
            onChange={({ target }) => change(index, { from: whole(target.value) })}
          />
          <Select
            aria-label={`Step ${index + 1}, kind`}
            options={[
              { value: "percent", label: "percent off" },
              { value: "amount", label: `${currency} off` },
            ]}
            value={tier.percent_bp === null ? "amount" : "percent"}
            onChange={({ target }) =>
              change(
                index,
                target.value === "percent"
                  ? { percent_bp: 1000, amount_minor: null }
                  : { percent_bp: null, amount_minor: 500 },
              )
            }
          />
          {tier.percent_bp === null ? (
            <MoneyInput
              aria-label={`Step ${index + 1}, amount`}
              currency={currency}
              locale={reader.locale}
              value={tier.amount_minor}
              onValueChange={(minor) => change(index, { amount_minor: minor ?? 0 })}
            />
          ) : (
            <Input
              aria-label={`Step ${index + 1}, percent`}
              inputMode="numeric"
              align="end"
              suffix="%"
              value={tier.percent_bp / 100}
              onChange={({ target }) => change(index, { percent_bp: whole(target.value) * 100 })}
            />
          )}
          <IconButton
            label={`Remove step ${index + 1}`}
            icon={<Trash2 aria-hidden="true" />}
            onClick={() => set(tiers.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <p className="ui-hint mb-2">
        Members with the same payer are a family. Who joined first pays the full price. A change counts from the next
        bill.
      </p>
      {error ? <p className="ui-error">{error.message ?? error.root?.message ?? firstMessage(error)}</p> : null}
      <Button
        size="sm"
        className="self-start"
        icon={<Plus aria-hidden="true" />}
        onClick={() =>
          set([
            ...tiers,
            { from: Math.max(1, ...tiers.map(({ from }) => from)) + 1, percent_bp: 1000, amount_minor: null },
          ])
        }
      >
        Add a family discount
      </Button>
    </fieldset>
  );
}

const whole = (text: string): number => Number(text.replace(/\D/g, ""));

type Errors = NonNullable<Props["form"]["formState"]["errors"]["family_discounts"]>;

const firstMessage = (errors: Errors): string => {
  const rows = Array.isArray(errors) ? errors : [];
  const [first] = rows.flatMap((row) => [row?.from, row?.percent_bp, row?.amount_minor].filter(Boolean));
  return first?.message ?? "Enter a number of members and a discount above 0";
};
