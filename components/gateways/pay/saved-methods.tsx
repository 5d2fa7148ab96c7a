"use client";

import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { FormError } from "@/components/ui/forms/form-error";
import { savedMethodLabel } from "@/lib/values/saved-method-label";
import type { Bill } from "./payment";

interface SavedMethodsProps {
  methods: Bill["saved_methods"];
  /** Such as "$89.00". */
  amount: string;
  pay: (payment_method_id: string) => Promise<unknown>;
}

/** One button for each method that the payer saved, the default first. */
export function SavedMethods({ methods, amount, pay }: SavedMethodsProps) {
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const payWith = async (id: string) => {
    if (busy) return;
    setBusy(id);
    setProblem(undefined);
    try {
      await pay(id);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "Something went wrong. Try again.");
    }
    setBusy(undefined);
  };
  return (
    <section aria-label="Saved payment methods" className="flex flex-col gap-2">
      {methods.map((method) => (
        <Button
          key={method.id}
          variant={method === methods[0] ? "primary" : "secondary"}
          size="touch"
          full
          busy={busy === method.id}
          onClick={() => void payWith(method.id)}
        >
          {`Pay ${amount} with ${savedMethodLabel(method)}`}
        </Button>
      ))}
      <FormError message={problem} />
      <p className="flex items-center gap-3 pt-2 text-14 text-ink-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        or another way
      </p>
    </section>
  );
}
