"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { MoneyInput } from "@/components/memberships/plans/money-input";
import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { api } from "@/lib/client/api";
import { moveCash, openTill } from "@/lib/client/endpoints/payments";
import { formatMoney } from "@/lib/values/money";

type Reader = { organization: string; currency: string; locale: string };

/** The drawer begins with what the last session left in it. */
export function OpenTillForm({
  organization,
  currency,
  locale,
  location_id,
  last_left_minor,
}: Reader & { location_id: string; last_left_minor: number | null }) {
  const router = useRouter();
  const [float_minor, setFloat] = useState<number | null>(last_left_minor ?? 0);
  const open = useMutation({
    mutationFn: () => api(openTill, { location_id, float_minor: float_minor ?? 0 }, { organization }),
    onSuccess: () => router.refresh(),
  });
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
        <MoneyInput currency={currency} locale={locale} value={float_minor} onValueChange={setFloat} />
      </Field>
      <Button type="submit" variant="primary" size="lg" busy={open.isPending} disabled={float_minor === null}>
        {`Open with ${formatMoney(float_minor ?? 0, currency, locale)}`}
      </Button>
    </form>
  );
}

/** Cash that no payment explains. */
export function MoveCashForm({ organization, currency, locale, session_id }: Reader & { session_id: string }) {
  const router = useRouter();
  const [kind, setKind] = useState<"paid_in" | "paid_out">("paid_out");
  const [amount_minor, setAmount] = useState<number | null>(null);
  const [reason, setReason] = useState("");
  const [round, setRound] = useState(0);
  const move = useMutation({
    mutationFn: () =>
      api(moveCash, { id: session_id, kind, amount_minor: amount_minor ?? 0, reason }, { organization }),
    onSuccess: () => {
      setAmount(null);
      setReason("");
      setRound(round + 1);
      router.refresh();
    },
  });
  const is_ready = amount_minor !== null && amount_minor > 0 && reason.trim() !== "";
  return (
    <form
      className="flex max-w-80 flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (is_ready) move.mutate();
      }}
    >
      <FormError message={move.error?.message} />
      <Field label="Direction">
        <Select
          value={kind}
          options={[
            { value: "paid_out", label: "Pay out of the drawer" },
            { value: "paid_in", label: "Pay into the drawer" },
          ]}
          onChange={({ target }) => setKind(target.value as typeof kind)}
        />
      </Field>
      <Field label="Amount">
        <MoneyInput key={round} currency={currency} locale={locale} value={amount_minor} onValueChange={setAmount} />
      </Field>
      <Field label="What for">
        <Input value={reason} maxLength={300} onChange={({ target }) => setReason(target.value)} />
      </Field>
      <Button type="submit" size="lg" busy={move.isPending} disabled={!is_ready}>
        {kind === "paid_out" ? "Pay out" : "Pay in"}
      </Button>
    </form>
  );
}
