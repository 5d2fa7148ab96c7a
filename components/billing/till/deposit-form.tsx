"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { MoneyInput } from "@/components/memberships/plans/money-input";
import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { depositCash } from "@/lib/client/endpoints/payments";
import { formatMoney } from "@/lib/values/money";

interface DepositFormProps {
  organization: string;
  location_id: string;
  held_minor: number;
  currency: string;
  locale: string;
}

/** Cash from the safe to the bank; at first all of it. */
export function DepositForm({ organization, location_id, held_minor, currency, locale }: DepositFormProps) {
  const router = useRouter();
  const toast = useToast();
  const [amount_minor, setAmount] = useState<number | null>(held_minor);
  const [reference, setReference] = useState("");
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const deposit = useMutation({
    mutationFn: () =>
      api(
        depositCash,
        {
          ...{ location_id, amount_minor: amount_minor ?? 0 },
          ...(reference.trim() ? { reference: reference.trim() } : {}),
        },
        { organization },
      ),
    onSuccess: () => {
      toast.show({ tone: "good", message: `${money(amount_minor ?? 0)} is booked to the bank` });
      setReference("");
      router.refresh();
    },
  });
  const isTooMuch = amount_minor !== null && amount_minor > held_minor;
  const isReady = amount_minor !== null && amount_minor > 0 && !isTooMuch;
  return (
    <form
      className="flex max-w-80 flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) deposit.mutate();
      }}
    >
      <FormError message={deposit.error?.message} />
      <Field label="Amount" error={isTooMuch ? `The safe holds ${money(held_minor)}` : undefined}>
        <MoneyInput currency={currency} locale={locale} value={amount_minor} onValueChange={setAmount} />
      </Field>
      <Field label="Number of the bank's slip" optional>
        <Input value={reference} maxLength={100} onChange={({ target }) => setReference(target.value)} />
      </Field>
      <Button type="submit" busy={deposit.isPending} disabled={!isReady}>
        {`Bring ${money(amount_minor ?? 0)} to the bank`}
      </Button>
    </form>
  );
}
