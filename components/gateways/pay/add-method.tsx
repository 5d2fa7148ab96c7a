"use client";

import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Callout } from "@/components/ui/data/callout";
import { FormError } from "@/components/ui/forms/form-error";
import { Declined } from "./declined";
import { Finished } from "./finished";
import { type MandateKind, MandateKinds } from "./keep-method";
import { begin, check, type SavedBy, type Setup } from "./setup";
import { VendorForm } from "./vendor-form";
import type { CheckoutForm } from "./vendor-form-props";

interface AddMethodProps {
  by: SavedBy;
  gym_name: string;
  currency: string;
  locale: string;
  /** Null: the gym takes no methods right now. */
  form: CheckoutForm | null;
  is_live: boolean;
  /** The setup that the bank's page leads back to. */
  setup_id: string | null;
  /** Above the form. */
  children: ReactNode;
  /** Below the message that it is saved. */
  afterwards?: ReactNode;
}

/** Saves a payment method without paying. */
export function AddMethod({
  by,
  gym_name,
  currency,
  locale,
  form,
  is_live,
  setup_id,
  children,
  afterwards,
}: AddMethodProps) {
  const [setup, setSetup] = useState<Setup | null>(null);
  const [problem, setProblem] = useState<string>();
  const [isChecking, setIsChecking] = useState(false);
  const [kind, setKind] = useState<MandateKind>("upi");
  const current = useRef(setup_id);
  const target = useRef<HTMLElement>(null);
  const focusOn = (element: HTMLElement | null) => {
    target.current = element;
  };
  const kinds = form?.vendor === "razorpay" && currency === "INR" ? kind : null;
  const status = setup?.status;
  const decline = setup?.decline ?? null;
  useEffect(() => {
    if (status === "succeeded" || status === "processing" || decline) target.current?.focus();
  }, [status, decline]);

  const ask = async () => {
    if (!current.current) return;
    setIsChecking(true);
    setProblem(undefined);
    try {
      setSetup(await check(by, current.current));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "Something went wrong. Try again.");
    }
    setIsChecking(false);
  };
  // The payer may come back from the page of the bank, which adds facts to the address.
  const askOnReturn = useEffectEvent(() => {
    if (!current.current) return;
    window.history.replaceState(null, "", window.location.pathname);
    void ask();
  });
  useEffect(() => askOnReturn(), []);

  if (status === "succeeded") {
    return (
      <Finished title={`${setup?.method_label ?? "It"} is saved`} titleRef={focusOn}>
        <p>{`Later bills of ${gym_name} are charged to it.`}</p>
        {afterwards}
      </Finished>
    );
  }
  if (status === "processing") {
    return (
      <Finished isWaiting title="Your bank is still checking" titleRef={focusOn}>
        <p>It is saved as soon as the bank has agreed. There is nothing more to do.</p>
        <FormError message={problem} />
        <Button size="touch" busy={isChecking} onClick={() => void ask()}>
          Check again
        </Button>
      </Finished>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      {decline ? <Declined decline={decline} alertRef={focusOn} /> : null}
      {children}
      {is_live || !form ? null : (
        <Callout tone="warn" title="This is a test">
          No money moves.
        </Callout>
      )}
      <FormError message={problem} />
      {form ? (
        <VendorForm
          form={form}
          purpose="setup"
          gym_name={gym_name}
          currency={currency}
          locale={locale}
          saves_method
          submitLabel="Save"
          returnUrl={() => `${window.location.origin}${window.location.pathname}?setup=${current.current ?? ""}`}
          begin={async () => {
            const begun = await begin(by, kinds);
            current.current = begun.id;
            if (!begun.action && begun.status !== "succeeded" && begun.status !== "processing")
              throw new Error("The payment provider did not answer. Try again in a minute.");
            if (begun.action === null) setSetup(begun);
            return begun.action;
          }}
          onDone={async () => {
            if (current.current) setSetup(await check(by, current.current));
          }}
        >
          {kinds ? <MandateKinds kind={kinds} onKindChange={setKind} /> : null}
        </VendorForm>
      ) : (
        <Callout tone="warn" title="No payment method can be added right now">
          {`Ask at the desk of ${gym_name}, or try again later.`}
        </Callout>
      )}
    </div>
  );
}
