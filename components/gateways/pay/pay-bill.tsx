"use client";

import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Callout } from "@/components/ui/data/callout";
import { FormError } from "@/components/ui/forms/form-error";
import { formatMoney } from "@/lib/values/money";
import { BillHead } from "./bill-head";
import { Declined, WaysOn } from "./declined";
import { Finished } from "./finished";
import { KeepMethod, type MandateKind } from "./keep-method";
import { LinkReceipt } from "./link-receipt";
import { type Bill, check, type PaidBy, type Payment, pay } from "./payment";
import { SavedMethods } from "./saved-methods";
import { VendorForm } from "./vendor-form";

interface PayBillProps {
  by: PaidBy;
  bill: Bill;
  /** The day today at the gym. */
  today: string;
  /** Below the message that the bill is paid. */
  afterwards?: ReactNode;
}

/** A bill, how it is paid, and what became of it. */
export function PayBill({ by, bill: first, today, afterwards }: PayBillProps) {
  const [bill, setBill] = useState(first);
  const [owed, setOwed] = useState(first.amount_minor);
  const [decline, setDecline] = useState<Payment["decline"]>(null);
  const [keeps, setKeeps] = useState(first.saves_method ?? false);
  const [kind, setKind] = useState<MandateKind>("upi");
  const [problem, setProblem] = useState<string>();
  const [isChecking, setIsChecking] = useState(false);
  const target = useRef<HTMLElement>(null);
  const focusOn = (element: HTMLElement | null) => {
    target.current = element;
  };
  const { gym_name, currency, locale, form } = bill;
  const amount = formatMoney(owed, currency, locale);
  const isRupees = currency === "INR";
  const kinds = form?.vendor === "razorpay" && isRupees ? kind : null;

  const show = (next: Payment) => {
    setBill(next.bill);
    setDecline(next.decline);
    if (next.bill.status === "open") setOwed(next.bill.amount_minor);
    if (next.bill.saves_method !== null) setKeeps(next.bill.saves_method);
    return next;
  };
  const isOpen = bill.status === "open";
  // What has changed is read out, and comes into view.
  useEffect(() => {
    if (!isOpen || decline) target.current?.focus();
  }, [isOpen, decline]);
  const ask = async () => {
    setIsChecking(true);
    setProblem(undefined);
    try {
      show(await check(by));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "Something went wrong. Try again.");
    }
    setIsChecking(false);
  };
  // The payer may come back from the page of the bank, which adds secrets of the payment to the address.
  const askOnReturn = useEffectEvent(() => {
    if (first.status === "paid") return;
    if (window.location.search) window.history.replaceState(null, "", window.location.pathname);
    void ask();
  });
  useEffect(() => askOnReturn(), []);

  if (bill.status === "paid") {
    return (
      <Finished title="Paid, thank you" titleRef={focusOn} amount={first.status === "paid" ? undefined : amount}>
        <p>{`Invoice ${bill.invoice_number} of ${gym_name} is paid.`}</p>
        {afterwards ?? ("token" in by && bill.has_receipt ? <LinkReceipt token={by.token} /> : null)}
      </Finished>
    );
  }
  if (bill.status === "processing") {
    return (
      <Finished isWaiting title="On its way" titleRef={focusOn} amount={amount}>
        <p>The bank may need some days. There is nothing more to do.</p>
        <FormError message={problem} />
        <Button size="touch" busy={isChecking} onClick={() => void ask()}>
          Check again
        </Button>
      </Finished>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <div>
        {decline ? <Declined decline={decline} alertRef={focusOn} /> : null}
        <BillHead bill={bill} amount={amount} today={today} />
      </div>
      {decline ? <WaysOn /> : null}
      {bill.is_live ? null : (
        <Callout tone="warn" title="This is a test">
          No money moves.
        </Callout>
      )}
      <FormError message={problem} />
      {form && bill.saved_methods.length > 0 ? (
        <SavedMethods
          methods={bill.saved_methods}
          amount={amount}
          pay={async (payment_method_id) => {
            setDecline(null);
            setProblem(undefined);
            show(await pay(by, { saves_method: false, method_kind: null, payment_method_id }));
          }}
        />
      ) : null}
      {form ? (
        <VendorForm
          key={owed}
          form={form}
          purpose="payment"
          gym_name={gym_name}
          currency={currency}
          locale={locale}
          saves_method={keeps}
          submitLabel={`Pay ${amount}`}
          returnUrl={() => window.location.href}
          begin={async () => {
            setDecline(null);
            setProblem(undefined);
            const begun = show(await pay(by, { saves_method: keeps, method_kind: keeps ? kinds : null }));
            // A part was paid elsewhere since the page was opened.
            if (begun.bill.status === "open" && begun.bill.amount_minor !== owed) {
              setProblem("The amount has changed. Look at it, and press the button again.");
              return "stop";
            }
            return begun.action;
          }}
          onDone={async () => show(await check(by))}
        >
          <KeepMethod
            checked={keeps}
            isFixed={bill.saves_method !== null}
            onCheckedChange={setKeeps}
            maximum={isRupees ? formatMoney(owed * 2, currency, locale) : null}
            kind={kinds}
            onKindChange={setKind}
          />
        </VendorForm>
      ) : (
        <Callout tone="warn" title="This bill cannot be paid here right now">
          {`Pay at the desk of ${gym_name}, or try again later.`}
        </Callout>
      )}
    </div>
  );
}
