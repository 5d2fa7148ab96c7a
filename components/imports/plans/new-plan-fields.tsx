import { useId, useState } from "react";
import type { FoundPlan } from "@/components/imports/job";
import { intervalPresets } from "@/components/memberships/plans/interval-presets";
import { MoneyInput } from "@/components/memberships/plans/money-input";
import { kindNames } from "@/components/memberships/plans/wording";
import { Button } from "@/components/ui/controls/button";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { type Currency, formatMoney } from "@/lib/values/money";
import { intervalUnits } from "@/lib/values/statuses";
import { asksInterval, type Draft, type DraftErrors, draftOf, isPaidOnce, type NewPlan, termsOf } from "./draft";

interface NewPlanFieldsProps {
  found: FoundPlan;
  currency: string;
  locale: string;
  /** What was confirmed; undefined: nothing yet. */
  stored: NewPlan | undefined;
  onConfirm: (terms: NewPlan) => void;
}

/** X16: how a new plan is billed and what it costs. The price of the file is a proposal, which the owner confirms. */
export function NewPlanFields({ found, currency, locale, stored, onConfirm }: NewPlanFieldsProps) {
  const id = useId();
  const [draft, setDraft] = useState(() => draftOf(stored, found.proposed_price_minor));
  const [errors, setErrors] = useState<DraftErrors>({});
  const [isChanged, setChanged] = useState(false);
  const { billing, price_minor, is_free } = draft;
  function change(changes: Partial<Draft>) {
    setDraft({ ...draft, ...changes });
    setErrors({});
    setChanged(true);
  }
  function confirm() {
    const { terms, errors: found_errors } = termsOf(draft);
    setErrors(found_errors ?? {});
    if (!terms) return;
    setChanged(false);
    onConfirm(terms);
  }
  return (
    <fieldset aria-label={`New plan ${found.name}`} className="flex flex-col gap-3">
      <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-2">
        <Field label="Billed" error={errors.billing}>
          <Select value={billing} onChange={({ target }) => change({ billing: target.value })}>
            {billing === "" ? <option value="">Choose how it is billed</option> : null}
            <optgroup label={kindNames.recurring}>
              {intervalPresets.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
              <option value="custom">Another interval</option>
            </optgroup>
            <optgroup label="Paid once">
              {(["fixed_term", "session_pack", "day_pass", "trial"] as const).map((kind) => (
                <option key={kind} value={kind}>
                  {kindNames[kind]}
                </option>
              ))}
            </optgroup>
          </Select>
        </Field>
        <Field label={`Price in ${currency}`} error={errors.price_minor} hint={priceHint(found, currency, locale)}>
          <MoneyInput
            currency={currency}
            locale={locale}
            value={price_minor}
            onValueChange={(minor) => change({ price_minor: minor, is_free: false })}
          />
        </Field>
        {asksInterval(billing) ? (
          <Field label={isPaidOnce(billing) ? "Valid for" : "Every"} error={errors.interval_count}>
            <Input
              inputMode="numeric"
              align="end"
              value={draft.interval_count}
              onChange={({ target }) => change({ interval_count: target.value })}
            />
          </Field>
        ) : null}
        {asksInterval(billing) ? (
          <Field label="Unit">
            <Select
              value={draft.interval_unit}
              options={intervalUnits.map((unit) => ({ value: unit, label: `${unit}s` }))}
              onChange={({ target }) => change({ interval_unit: target.value as Draft["interval_unit"] })}
            />
          </Field>
        ) : null}
        {billing === "session_pack" ? (
          <Field label="Sessions in the pack" error={errors.sessions}>
            <Input
              inputMode="numeric"
              align="end"
              value={draft.sessions}
              onChange={({ target }) => change({ sessions: target.value })}
            />
          </Field>
        ) : null}
      </div>
      {price_minor === 0 ? (
        <Checkbox
          id={`${id}-free`}
          label={`Yes, “${found.name}” is a free plan`}
          checked={is_free}
          onChange={({ target }) => change({ is_free: target.checked })}
        />
      ) : null}
      {stored && !isChanged ? null : (
        <Button className="self-start" onClick={confirm}>
          Confirm plan
        </Button>
      )}
    </fieldset>
  );
}

function priceHint({ prices_minor, proposed_price_minor }: FoundPlan, currency: string, locale: string): string {
  const money = (minor: number) => formatMoney(minor, currency as Currency, locale);
  if (proposed_price_minor !== null) return `All rows with a price have ${money(proposed_price_minor)}.`;
  if (prices_minor.length === 0) return "The file has no price for this plan.";
  return `The rows have different prices, such as ${prices_minor.slice(0, 3).map(money).join(", ")}. Each row keeps its own.`;
}
