"use client";

import { useState } from "react";
import { DayInput } from "@/components/memberships/day-input";
import { MoneyInput } from "@/components/memberships/plans/money-input";
import { Button } from "@/components/ui/controls/button";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Dialog } from "@/components/ui/overlays/dialog";
import type { PriceRuleCondition, PriceRuleEffect } from "@/lib/values/price-rules";
import { conditionWords, dayNames, effectWords, type Rule, type RuleReader } from "./rule";

interface RuleDialogProps {
  rule: Rule | null;
  reader: RuleReader;
  onKeep: (rule: Rule) => void;
  onClose: () => void;
}

type Kind = "days" | "hours" | "age" | "location" | "first" | "demand";

const kinds: readonly { value: Kind; label: string; of: readonly (keyof PriceRuleCondition)[] }[] = [
  { value: "days", label: "Between two days", of: ["from_on", "to_on"] },
  { value: "hours", label: "On weekdays or at hours", of: ["weekdays", "from_time", "to_time"] },
  { value: "age", label: "At an age", of: ["min_age", "max_age"] },
  { value: "location", label: "At a location", of: ["location_ids"] },
  { value: "first", label: "Among the first", of: ["first_sales"] },
  { value: "demand", label: "By demand", of: ["min_demand_percent", "max_demand_percent"] },
];

const isGiven = (value: unknown): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0);

/** Without the conditions that are not chosen or not filled. */
function chosenOf(condition: PriceRuleCondition, chosen: ReadonlySet<Kind>): PriceRuleCondition {
  const names = new Set<string>(kinds.filter(({ value }) => chosen.has(value)).flatMap(({ of }) => of));
  return Object.fromEntries(Object.entries(condition).filter(([name, value]) => names.has(name) && isGiven(value)));
}

const whole = (text: string): number | undefined => {
  const value = Math.trunc(Number(text));
  return text === "" || !Number.isFinite(value) || value < 0 ? undefined : value;
};

/** When the rule applies, what it does, and the sentence that staff and members read. */
export function RuleDialog({ rule, reader, onKeep, onClose }: RuleDialogProps) {
  const { locale, currency, today, locations } = reader;
  const [condition, setCondition] = useState<PriceRuleCondition>(rule?.condition ?? {});
  const [chosen, setChosen] = useState<ReadonlySet<Kind>>(
    new Set(kinds.filter(({ of }) => of.some((name) => isGiven(rule?.condition[name]))).map(({ value }) => value)),
  );
  const [reason, setReason] = useState(rule?.reason ?? "");
  const [how, setHow] = useState(howOf(rule?.effect));
  const [amount, setAmount] = useState<number | null>(amountOf(rule?.effect));
  const [percent, setPercent] = useState(percentOf(rule?.effect));
  const change = (part: { [name in keyof PriceRuleCondition]?: PriceRuleCondition[name] | undefined }) =>
    setCondition({ ...condition, ...part } as PriceRuleCondition);
  const effect = effectOf(how, amount, percent);
  const kept = chosenOf(condition, chosen);
  const isReady = effect !== null && Object.keys(kept).length > 0 && reason.trim() !== "";
  const toggle = (kind: Kind) => {
    const next = new Set(chosen);
    if (!next.delete(kind)) next.add(kind);
    setChosen(next);
  };
  const number = (name: "min_age" | "max_age" | "first_sales" | "min_demand_percent" | "max_demand_percent") => ({
    inputMode: "numeric" as const,
    value: condition[name] ?? "",
    onChange: ({ target }: { target: HTMLInputElement }) => change({ [name]: whole(target.value) }),
  });
  return (
    <Dialog open onClose={onClose} size="lg" title={rule ? "Edit price rule" : "New price rule"}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) onKeep({ reason: reason.trim(), condition: kept, effect });
        }}
      >
        <fieldset className="flex flex-col gap-3">
          <legend className="ui-label mb-1.5">Who joins</legend>
          {kinds
            .filter(({ value }) => value !== "location" || locations.length > 1)
            .map(({ value, label }) => (
              <div key={value} className="flex flex-col gap-2">
                <Checkbox label={label} checked={chosen.has(value)} onChange={() => toggle(value)} />
                {chosen.has(value) ? <div className="ml-7 grid gap-3 sm:grid-cols-2">{fieldsOf(value)}</div> : null}
              </div>
            ))}
        </fieldset>
        <RadioGroup
          label="What they pay"
          name="how"
          look="row"
          value={how}
          onValueChange={(value) => setHow(value as How)}
          options={[
            { value: "price", label: "A price" },
            { value: "less", label: "An amount less" },
            { value: "more", label: "An amount more" },
            { value: "percent_less", label: "Percent less" },
            { value: "percent_more", label: "Percent more" },
          ]}
        />
        {how === "percent_less" || how === "percent_more" ? (
          <Field label="Percent">
            <Input inputMode="decimal" suffix="%" value={percent} onChange={({ target }) => setPercent(target.value)} />
          </Field>
        ) : (
          <Field label={how === "price" ? "Price" : "Amount"}>
            <MoneyInput currency={currency} locale={locale} value={amount} onValueChange={setAmount} />
          </Field>
        )}
        <Field label="Reason" hint="Staff and members read it beside the price">
          <Input
            value={reason}
            maxLength={120}
            placeholder="Founders' price for the first 50 members"
            onChange={({ target }) => setReason(target.value)}
          />
        </Field>
        <p className="rounded-control bg-surface-2 p-3 text-ink" aria-live="polite">
          {effect && Object.keys(kept).length > 0
            ? `${conditionWords(kept, reader)}, ${effectWords(effect, reader)}.`
            : "Choose who the rule is for, and what they pay."}
        </p>
        <div className="ui-dialog-actions">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabled={!isReady}>
            {rule ? "Keep changes" : "Add rule"}
          </Button>
        </div>
      </form>
    </Dialog>
  );

  function fieldsOf(kind: Kind) {
    switch (kind) {
      case "days":
        return (
          <>
            <Field label="From" optional>
              <DayInput
                value={condition.from_on ?? ""}
                today={today}
                onValueChange={(day) => change({ from_on: day || undefined })}
              />
            </Field>
            <Field label="To" optional>
              <DayInput
                value={condition.to_on ?? ""}
                today={today}
                onValueChange={(day) => change({ to_on: day || undefined })}
              />
            </Field>
          </>
        );
      case "hours":
        return (
          <>
            <div className="col-span-full flex flex-wrap gap-x-4 gap-y-2">
              {dayNames.map((name, at) => {
                const day = at + 1;
                const days = condition.weekdays ?? [];
                return (
                  <Checkbox
                    key={name}
                    label={name}
                    checked={days.includes(day)}
                    onChange={({ target }) =>
                      change({
                        weekdays: target.checked
                          ? [...days, day].toSorted((a, b) => a - b)
                          : days.filter((one) => one !== day),
                      })
                    }
                  />
                );
              })}
            </div>
            <Field label="From" optional>
              <Input
                type="time"
                value={condition.from_time ?? ""}
                onChange={({ target }) => change({ from_time: target.value.slice(0, 5) || undefined })}
              />
            </Field>
            <Field label="Before" optional>
              <Input
                type="time"
                value={condition.to_time ?? ""}
                onChange={({ target }) => change({ to_time: target.value.slice(0, 5) || undefined })}
              />
            </Field>
          </>
        );
      case "age":
        return (
          <>
            <Field label="At least" optional>
              <Input {...number("min_age")} suffix="years" />
            </Field>
            <Field label="At most" optional>
              <Input {...number("max_age")} suffix="years" />
            </Field>
          </>
        );
      case "location":
        return (
          <div className="col-span-full flex flex-wrap gap-x-4 gap-y-2">
            {locations.map(({ id, name }) => {
              const ids = condition.location_ids ?? [];
              return (
                <Checkbox
                  key={id}
                  label={name}
                  checked={ids.includes(id)}
                  onChange={({ target }) =>
                    change({ location_ids: target.checked ? [...ids, id] : ids.filter((one) => one !== id) })
                  }
                />
              );
            })}
          </div>
        );
      case "first":
        return (
          <Field label="How many">
            <Input {...number("first_sales")} suffix="members" />
          </Field>
        );
      default:
        return (
          <>
            <Field label="At least" optional hint="Of the places, mean of the last four weeks">
              <Input {...number("min_demand_percent")} suffix="%" />
            </Field>
            <Field label="At most" optional>
              <Input {...number("max_demand_percent")} suffix="%" />
            </Field>
          </>
        );
    }
  }
}

type How = "price" | "less" | "more" | "percent_less" | "percent_more";

function howOf(effect: PriceRuleEffect | undefined): How {
  if (!effect || "price_minor" in effect) return "price";
  if ("change_minor" in effect) return effect.change_minor < 0 ? "less" : "more";
  return effect.change_bp < 0 ? "percent_less" : "percent_more";
}

function amountOf(effect: PriceRuleEffect | undefined): number | null {
  if (!effect || "change_bp" in effect) return null;
  return "price_minor" in effect ? effect.price_minor : Math.abs(effect.change_minor);
}

const percentOf = (effect: PriceRuleEffect | undefined): string =>
  effect && "change_bp" in effect ? String(Math.abs(effect.change_bp) / 100) : "";

function effectOf(how: How, amount: number | null, percent: string): PriceRuleEffect | null {
  if (how === "percent_less" || how === "percent_more") {
    const change_bp = Math.round(Number(percent.replace(",", ".")) * 100);
    if (!(change_bp > 0) || change_bp > 10_000) return null;
    return { change_bp: how === "percent_less" ? -change_bp : change_bp };
  }
  if (amount === null || amount < 0) return null;
  if (how === "price") return { price_minor: amount };
  return amount === 0 ? null : { change_minor: how === "less" ? -amount : amount };
}
