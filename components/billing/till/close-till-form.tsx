"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { MoneyInput } from "@/components/memberships/plans/money-input";
import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { api } from "@/lib/client/api";
import { closeTill } from "@/lib/client/endpoints/payments";
import { formatMoney } from "@/lib/values/money";
import { denominationsOf } from "./denominations";

interface CloseTillFormProps {
  organization: string;
  session: { id: string; currency: string; float_minor: number };
  locale: string;
  reportHref: string;
}

/** Count first. What the drawer should hold is said only after the count, with the question why it differs. */
export function CloseTillForm({ organization, session, locale, reportHref }: CloseTillFormProps) {
  const { id, currency, float_minor } = session;
  const router = useRouter();
  const [pieces, setPieces] = useState<Record<string, number>>({});
  const [left, setLeft] = useState<number | null | undefined>(undefined);
  const [reason, setReason] = useState("");
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const counted = Object.entries(pieces).reduce((all, [value, count]) => all + Number(value) * count, 0);
  const left_minor = left === undefined ? Math.min(float_minor, counted) : left;
  const close = useMutation({
    mutationFn: () =>
      api(
        closeTill,
        {
          ...{ id, counted: pieces, left_minor: left_minor ?? 0 },
          ...(reason.trim() ? { difference_reason: reason.trim() } : {}),
        },
        { organization },
      ),
    onSuccess: () => router.push(reportHref),
  });
  return (
    <form
      className="flex max-w-120 flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        close.mutate();
      }}
    >
      <FormError message={close.error?.message} />
      <fieldset className="grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-3">
        <legend className="ui-label">Notes and coins</legend>
        {denominationsOf(currency).map((value) => (
          <Field key={value} label={money(value)}>
            <Input
              type="number"
              inputMode="numeric"
              min={0}
              step={1}
              align="end"
              value={pieces[value] ?? ""}
              onChange={({ target }) =>
                setPieces({ ...pieces, [value]: Math.max(0, Math.trunc(Number(target.value))) })
              }
            />
          </Field>
        ))}
      </fieldset>
      <p aria-live="polite">
        Counted <b className="font-strong text-ink">{money(counted)}</b>
      </p>
      <Field label="Stays in the drawer" hint="The rest goes to the safe">
        <MoneyInput currency={currency} locale={locale} value={left_minor} onValueChange={setLeft} />
      </Field>
      {close.error ? (
        <Field label="Why it differs">
          <Input value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
        </Field>
      ) : null}
      <Button type="submit" variant="primary" size="lg" busy={close.isPending} disabled={left_minor === null}>
        {`Close with ${money(left_minor ?? 0)} left, ${money(Math.max(counted - (left_minor ?? 0), 0))} to the safe`}
      </Button>
    </form>
  );
}
