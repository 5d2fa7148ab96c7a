"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Segmented } from "@/components/ui/controls/segmented";
import { Callout } from "@/components/ui/data/callout";
import { api } from "@/lib/client/api";
import type { Output } from "@/lib/client/endpoint";
import { confirmSandboxCheckout, readSandboxCheckout } from "@/lib/client/endpoints/sandbox";
import { type SandboxMethodKind, sandboxKindsFor } from "@/lib/values/sandbox/test-methods";
import { MethodFields } from "./method-fields";
import { readTyped, type Typed } from "./read-typed";
import { TestMethodList } from "./test-method-list";

/** A checkout of the sandbox as its page sees it. */
type SandboxCheckoutState = Output<typeof readSandboxCheckout>;

interface SandboxCheckoutProps {
  /** Of the client action of kind "sandbox". */
  token: string;
  currency: string;
  /** Such as "Pay $89.00" or "Save card". */
  submitLabel: string;
  /** Called once the payer has nothing more to do: paid, on its way, held, or saved. */
  onDone: (state: SandboxCheckoutState) => void;
}

const kindLabels: Record<SandboxMethodKind, string> = { card: "Card", bank_debit: "Bank account", upi: "UPI" };
const empty: Typed = { number: "", expiry: "", code: "" };

/**
 * The form of the sandbox, for pay pages. A typed number is looked up here, and only the name of the test method leaves the browser.
 * @public
 */
export function SandboxCheckout({ token, currency, submitLabel, onDone }: SandboxCheckoutProps) {
  const kinds = sandboxKindsFor(currency);
  const [kind, setKind] = useState<SandboxMethodKind>(kinds[0] ?? "card");
  const [typed, setTyped] = useState(empty);
  const [errors, setErrors] = useState<Partial<Typed>>({});
  const [declined, setDeclined] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);

  const show = (state: SandboxCheckoutState) => {
    setDeclined(state.decline?.message ?? null);
    if (state.status !== "requires_action") onDone(state);
  };
  const load = useEffectEvent(() => {
    api(readSandboxCheckout, { token }).then(show, showProblem);
  });
  const showProblem = (error: unknown) =>
    setProblem(error instanceof Error ? error.message : "Something went wrong. Try again.");
  // The payer may come back from the page of the bank.
  useEffect(() => load(), []);

  const submit = async () => {
    const read = readTyped(kind, typed);
    setErrors(read.errors);
    if (!read.method) return;
    setIsPending(true);
    setProblem(null);
    setDeclined(null);
    try {
      const state = await api(confirmSandboxCheckout, { token, method: read.method.token });
      if (state.challenge_path) return window.location.assign(`/pay/sandbox/${token}`);
      show(state);
    } catch (error) {
      showProblem(error);
    }
    setIsPending(false);
  };

  return (
    <form
      noValidate
      autoComplete="off"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {declined ? (
        <Callout tone="bad" role="alert" title="Your bank said no">
          <p>{declined} Nothing was charged. Use another method, or try again.</p>
        </Callout>
      ) : null}
      {problem ? (
        <Callout tone="bad" role="alert">
          {problem}
        </Callout>
      ) : null}
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
