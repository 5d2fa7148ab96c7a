"use client";

import { useState } from "react";
import { useSubmit } from "@/components/gateways/pay/use-submit";
import type { VendorFormProps } from "@/components/gateways/pay/vendor-form-props";
import { Button } from "@/components/ui/controls/button";
import { Segmented } from "@/components/ui/controls/segmented";
import { FormError } from "@/components/ui/forms/form-error";
import { api } from "@/lib/client/api";
import { confirmSandboxCheckout } from "@/lib/client/endpoints/sandbox";
import { type SandboxMethodKind, sandboxKindsFor } from "@/lib/values/sandbox/test-methods";
import { MethodFields } from "./method-fields";
import { readTyped, type Typed } from "./read-typed";
import { TestMethodList } from "./test-method-list";

const kindLabels: Record<SandboxMethodKind, string> = { card: "Card", bank_debit: "Bank account", upi: "UPI" };
const empty: Typed = { number: "", expiry: "", code: "" };

/** The form of the sandbox. A typed number is looked up here, and only the name of the test method leaves the browser. */
export function SandboxCheckout({ currency, submitLabel, begin, onDone, children }: VendorFormProps) {
  const kinds = sandboxKindsFor(currency);
  const [kind, setKind] = useState<SandboxMethodKind>(kinds[0] ?? "card");
  const [typed, setTyped] = useState(empty);
  const [errors, setErrors] = useState<Partial<Typed>>({});
  const { isPending, problem, submit } = useSubmit(async () => {
    const read = readTyped(kind, typed);
    setErrors(read.errors);
    if (!read.method) return;
    const action = await begin();
    if (action === "stop") return;
    if (action?.kind === "sandbox") {
      const { token } = action;
      const state = await api(confirmSandboxCheckout, { token, method: read.method.token });
      if (state.challenge_path) return window.location.assign(`/pay/sandbox/${token}`);
    }
    await onDone();
  });
  return (
    <form noValidate autoComplete="off" className="flex flex-col gap-3" onSubmit={submit}>
      {kinds.length > 1 ? (
        <Segmented
          label="Pay with"
          options={kinds.map((value) => ({ value, label: kindLabels[value] }))}
          value={kind}
          onValueChange={(value) => {
            setKind(value as SandboxMethodKind);
            setTyped(empty);
            setErrors({});
          }}
        />
      ) : null}
      <MethodFields kind={kind} typed={typed} errors={errors} onChange={setTyped} />
      {children}
      <FormError message={problem} />
      <Button type="submit" variant="primary" size="touch" full busy={isPending}>
        {submitLabel}
      </Button>
      <p className="text-center text-14 text-ink-3">
        This is a test page. No money moves, and what you type stays in your browser.
      </p>
      <TestMethodList
        kind={kind}
        onChoose={(number) => {
          setTyped({ number, expiry: kind === "card" ? "12 / 49" : "", code: kind === "card" ? "123" : "" });
          setErrors({});
        }}
      />
    </form>
  );
}
