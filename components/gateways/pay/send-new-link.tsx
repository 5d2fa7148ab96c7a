"use client";

import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { FormError } from "@/components/ui/forms/form-error";
import { api } from "@/lib/client/api";
import { renewPaymentLink } from "@/lib/client/endpoints/payment-links";
import { useSubmit } from "./use-submit";

/** Says the same for every link, so that it tells nothing about a bill. */
export function SendNewLink({ token }: { token: string }) {
  const [isSent, setIsSent] = useState(false);
  const { isPending, problem, submit } = useSubmit(async () => {
    await api(renewPaymentLink, { token });
    setIsSent(true);
  });
  if (isSent) {
    return (
      <p role="status" className="mt-4 text-16 text-balance text-ink">
        If the bill is still open, a new link is on its way to the address that the gym has of the payer. It works for 7
        days.
      </p>
    );
  }
  return (
    <form className="mt-4 flex w-full flex-col gap-2" onSubmit={submit}>
      <Button type="submit" variant="primary" size="touch" full busy={isPending}>
        Send me a new link
      </Button>
      <p className="text-14 text-ink-3">It comes to the address that the gym has, and to no other one.</p>
      <FormError message={problem} />
    </form>
  );
}
