"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useMemberSearch } from "@/components/access/check-ins/use-member-search";
import { Combobox } from "@/components/ui/forms/combobox";
import { Field } from "@/components/ui/forms/field";
import { Nothing } from "@/components/ui/overlays/nothing";
import type { TakePaymentDialogProps } from "./take-payment-dialog";

const TakePaymentDialog = dynamic(() => import("./take-payment-dialog").then((module) => module.TakePaymentDialog), {
  loading: Nothing,
});

type PayerSearchProps = Pick<TakePaymentDialogProps, "organization" | "location_id" | "currency" | "locale">;

/** Who pays comes first; then the payment dialog opens. */
export function PayerSearch(props: PayerSearchProps) {
  const [member, setMember] = useState<{ id: string; name: string } | null>(null);
  const search = useMemberSearch(props.organization);
  return (
    <>
      <Field label="Who pays">
        <Combobox
          placeholder="Name, phone, email or member code"
          icon={<Search aria-hidden="true" />}
          search={search}
          value={null}
          onValueChange={(found) => setMember(found && { id: found.value, name: found.label })}
        />
      </Field>
      {member ? (
        <TakePaymentDialog {...props} payer={{ kind: "member", ...member }} onClose={() => setMember(null)} />
      ) : null}
    </>
  );
}
