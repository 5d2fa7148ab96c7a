"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { MoneyInput } from "@/components/memberships/plans/money-input";
import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { api } from "@/lib/client/api";
import { openTill } from "@/lib/client/endpoints/payments";
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
