"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { MoneyInput } from "@/components/memberships/plans/money-input";
import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Select } from "@/components/ui/forms/select";
import { api } from "@/lib/client/api";
import { openTill } from "@/lib/client/endpoints/payments";
import type { FloatSource } from "@/lib/values/billing";
import { formatMoney } from "@/lib/values/money";

const sources = ["safe", "outside", "difference"] as const;

/** Of more cash than was left, and of less. */
const sourceWords: Record<FloatSource, readonly [string, string]> = {
  safe: ["Out of the safe", "Into the safe"],
  outside: ["Brought by the owner or from the bank", "Taken by the owner or to the bank"],
  difference: ["Nobody knows: a till difference", "Nobody knows: a till difference"],
};

type Reader = { organization: string; currency: string; locale: string };

/** The drawer begins with what the last session left in it. */
export function OpenTillForm({
  organization,
  currency,
  locale,
  location_id,
  last_left_minor,
  size = "md",
}: Reader & { location_id: string; last_left_minor: number | null; size?: "md" | "touch" }) {
  const router = useRouter();
  const [float_minor, setFloat] = useState<number | null>(last_left_minor ?? 0);
  const [chosen, setSource] = useState<FloatSource | "">("");
  const change_minor = last_left_minor === null ? 0 : (float_minor ?? 0) - last_left_minor;
  const float_source = change_minor === 0 ? "" : chosen;
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const open = useMutation({
    mutationFn: () =>
      api(
        openTill,
        { location_id, float_minor: float_minor ?? 0, ...(float_source && { float_source }) },
        { organization },
      ),
    onSuccess: () => router.refresh(),
  });
  const isReady = float_minor !== null && (change_minor === 0 || float_source !== "");
  return (
    <form
      className="flex max-w-80 flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        open.mutate();
      }}
    >
      <FormError message={open.error?.message} />
      <Field label="Cash in the drawer now" hint="Count it before you open the till">
        <MoneyInput size={size} currency={currency} locale={locale} value={float_minor} onValueChange={setFloat} />
      </Field>
      {change_minor === 0 || last_left_minor === null ? null : (
        <Field
          label={
            change_minor > 0
              ? `Where the ${money(change_minor)} more come from`
              : `Where the missing ${money(-change_minor)} went`
          }
          hint={`${money(last_left_minor)} were left in the drawer when it was closed.`}
        >
          <Select
            size={size}
            placeholder="Choose"
            value={chosen}
            options={sources.map((value) => ({ value, label: sourceWords[value][change_minor > 0 ? 0 : 1] }))}
            onChange={({ target }) => setSource(target.value as FloatSource)}
          />
        </Field>
      )}
      <Button
        type="submit"
        variant={size === "touch" ? "secondary" : "primary"}
        size={size === "touch" ? "touch" : "lg"}
        busy={open.isPending}
        disabled={!isReady}
      >
        {`Open with ${money(float_minor ?? 0)}`}
      </Button>
    </form>
  );
}
