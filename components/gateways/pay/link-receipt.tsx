"use client";

import { Mail } from "lucide-react";
import { useState } from "react";
import { PdfButton } from "@/components/billing/invoices/pdf-button";
import { Button } from "@/components/ui/controls/button";
import { FormError } from "@/components/ui/forms/form-error";
import { api } from "@/lib/client/api";
import { mailLinkReceipt } from "@/lib/client/endpoints/payment-links";
import { useSubmit } from "./use-submit";

/** The receipt of a bill that was paid by this link: as a file, and to the payer's own address. */
export function LinkReceipt({ token }: { token: string }) {
  const [answer, setAnswer] = useState<string>();
  const { isPending, problem, submit } = useSubmit(async () => {
    const { is_on_its_way } = await api(mailLinkReceipt, { token });
    setAnswer(
      is_on_its_way
        ? "The receipt is on its way to the address that the gym has of you."
        : "The gym cannot send it to you. Download it here, or ask at the desk.",
    );
  });
  return (
    <form className="flex w-full flex-col gap-2" onSubmit={submit}>
      <PdfButton
        size="touch"
        label="Download the receipt"
        href={`/api/v1/payment-links/${encodeURIComponent(token)}/receipt`}
      />
      {answer ? (
        <p role="status">{answer}</p>
      ) : (
        <Button type="submit" size="touch" icon={<Mail aria-hidden="true" />} busy={isPending}>
          E-mail me the receipt
        </Button>
      )}
      <FormError message={problem} />
    </form>
  );
}
