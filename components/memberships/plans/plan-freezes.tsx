"use client";

import { Checkbox } from "@/components/ui/forms/checkbox";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Select } from "@/components/ui/forms/select";
import { defaultFreezePolicy, type FreezePolicy } from "@/lib/values/membership-terms";
import { MoneyInput } from "./money-input";
import type { PlanFieldsProps } from "./plan-fields";

type Props = Pick<PlanFieldsProps, "form" | "values" | "reader">;

const days = [
  ["min_days", "Shortest freeze"],
  ["max_days", "Longest freeze"],
  ["max_days_per_year", "In a year"],
  ["notice_days", "Notice"],
] as const;

const switches = [
  ["may_be_open_ended", "Without a return date"],
  ["extends_min_term", "Extends the minimum term"],
  ["moves_pack_expiry", "Moves the expiry of a pack"],
  ["ends_on_return", "Ends when the member checks in"],
] as const;

const fees = [
  { value: "none", label: "Free" },
  { value: "one_off", label: "One amount" },
  { value: "reduced", label: "An amount for each period" },
  { value: "full", label: "Billed as usual" },
];

/** What the plan allows when a member pauses (E5, E7). */
export function PlanFreezes({ form, values, reader }: Props) {
  const policy = values.freeze_policy ?? null;
  const set = (change: Partial<FreezePolicy>) =>
    form.setValue("freeze_policy", { ...(policy ?? defaultFreezePolicy), ...change });
  const choice = policy === null ? "default" : policy.is_allowed ? "own" : "never";
  const choose = (value: string) =>
    value === "default" ? form.setValue("freeze_policy", null) : set({ is_allowed: value === "own" });
  const fee = policy?.fee ?? { mode: "none" as const };
  return (
    <>
      <RadioGroup
        label="Freezes"
        name="freezes"
        look="row"
        value={choice}
        onValueChange={choose}
        options={[
          { value: "default", label: "As usual in this gym" },
          { value: "own", label: "Own rules" },
          { value: "never", label: "Not allowed" },
        ]}
        error={form.formState.errors.freeze_policy?.message}
      />
      {policy?.is_allowed ? (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            {days.map(([name, label]) => (
              <Field key={name} label={label}>
                <Input
                  inputMode="numeric"
                  align="end"
                  suffix="days"
                  value={policy[name]}
                  onChange={({ target }) => set({ [name]: Number(target.value.replace(/\D/g, "")) })}
                />
              </Field>
            ))}
            <Field label="Fee">
              <Select options={fees} value={fee.mode} onChange={({ target }) => set({ fee: feeOf(target.value) })} />
            </Field>
            {"amount_minor" in fee ? (
              <Field label="Amount">
                <MoneyInput
                  currency={values.currency ?? "USD"}
                  locale={reader.locale}
                  value={fee.amount_minor}
                  onValueChange={(minor) => set({ fee: { ...fee, amount_minor: minor ?? 0 } })}
                />
              </Field>
            ) : null}
          </div>
          <div className="flex flex-col gap-2">
            {switches.map(([name, label]) => (
              <Checkbox
                key={name}
                label={label}
                checked={policy[name]}
                onChange={({ target }) => set({ [name]: target.checked })}
              />
            ))}
          </div>
        </>
      ) : null}
    </>
  );
}

const feeOf = (mode: string): FreezePolicy["fee"] =>
  mode === "one_off" || mode === "reduced" ? { mode, amount_minor: 0 } : { mode: mode === "full" ? "full" : "none" };
