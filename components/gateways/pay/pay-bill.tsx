"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { SandboxCheckout } from "@/components/gateways/sandbox/sandbox-checkout";
import { Button } from "@/components/ui/controls/button";
import { Callout } from "@/components/ui/data/callout";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { FormError } from "@/components/ui/forms/form-error";
import { api } from "@/lib/client/api";
import type { Output } from "@/lib/client/endpoint";
import { checkLinkPayment, payByLink } from "@/lib/client/endpoints/payment-links";
import { formatMoney } from "@/lib/values/money";

type Payment = Output<typeof payByLink>;

interface PayBillProps {
  token: string;
  bill: Payment["bill"];
}

/** The bill of a link, how it is paid, and what became of it. */
export function PayBill({ token, bill: first }: PayBillProps) {
  const [bill, setBill] = useState(first);
  const [payment, setPayment] = useState<Payment | null>(null);
  const [savesMethod, setSavesMethod] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [isPending, setIsPending] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const amount = formatMoney(bill.amount_minor, bill.currency, "en");

  const show = (next: Payment) => {
    setPayment(next);
    setBill(next.bill);
    if (next.bill.status !== "open") heading.current?.focus();
  };
  const run = async (call: () => Promise<Payment>) => {
    setIsPending(true);
    setProblem(undefined);
    try {
      show(await call());
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "Something went wrong. Try again.");
    }
    setIsPending(false);
  };
  const check = () => run(() => api(checkLinkPayment, { token }));
  // The payer may come back from the page of the bank.
  const checkOnReturn = useEffectEvent(() => {
    if (first.status !== "paid") void check();
  });
  useEffect(() => checkOnReturn(), []);

  if (bill.status === "paid") {
    return (
      <div className="flex flex-col gap-3" role="status">
        <h1 ref={heading} tabIndex={-1}>
          Paid
        </h1>
        <p className="text-16">{`Thank you. Invoice ${bill.invoice_number} of ${bill.gym_name} is paid.`}</p>
      </div>
    );
  }
  if (bill.status === "processing") {
    return (
      <div className="flex flex-col gap-3" role="status">
        <h1 ref={heading} tabIndex={-1}>
          On its way
        </h1>
        <p className="text-16">{`${amount} is on its way. The bank may need some days. There is nothing more to do.`}</p>
        <Button busy={isPending} onClick={() => void check()}>
          Check again
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col gap-1">
        <h1 ref={heading} tabIndex={-1}>
          {amount}
        </h1>
        <p className="text-16 text-ink-2">{`${bill.gym_name} for ${bill.payer}, invoice ${bill.invoice_number}`}</p>
      </div>
      {bill.is_live ? null : (
        <Callout tone="warn" title="This is a test">
          No money moves. Use one of the test cards.
        </Callout>
      )}
      {payment?.decline ? (
        <Callout tone="bad" role="alert" title="The bank refused the payment">
          {`${payment.decline.message} Nothing was charged.`}
        </Callout>
      ) : null}
      <FormError message={problem} />
      {payment?.action ? (
        <SandboxCheckout
          token={payment.action.token}
          currency={bill.currency}
          submitLabel={`Pay ${amount}`}
          onDone={() => void check()}
        />
      ) : (
        <>
          <Checkbox
            label={`Let ${bill.gym_name} charge this method for later bills`}
            checked={savesMethod}
            onChange={({ target }) => setSavesMethod(target.checked)}
          />
          <Button
            variant="primary"
            size="touch"
            full
            busy={isPending}
            onClick={() => void run(() => api(payByLink, { token, saves_method: savesMethod }))}
          >
            {`Pay ${amount}`}
          </Button>
        </>
      )}
    </div>
  );
}
