"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Nothing } from "@/components/ui/overlays/nothing";
import type { RefundablePayment } from "./refund-dialog";

const RefundDialog = dynamic(() => import("./refund-dialog").then((module) => module.RefundDialog), {
  loading: Nothing,
});
const ReverseDialog = dynamic(() => import("./reverse-dialog").then((module) => module.ReverseDialog), {
  loading: Nothing,
});

interface PaymentActionsProps {
  organization: string;
  payment: RefundablePayment;
  /** True of what a gateway brought: it is refunded, and never reversed by staff. */
  isOfGateway: boolean;
  /** The memberships of the payer; null where the caller may not cancel one. */
  membershipsHref: string | null;
  locale: string;
}

export function PaymentActions({ isOfGateway, membershipsHref, ...props }: PaymentActionsProps) {
  const { payment } = props;
  const [action, setAction] = useState<"refund" | "reverse" | null>(null);
  const close = () => setAction(null);
  return (
    <>
      {payment.refunded_minor === 0 && !isOfGateway ? (
        <Button onClick={() => setAction("reverse")}>Reverse…</Button>
      ) : null}
      {payment.refunded_minor < payment.amount_minor ? (
        <Button onClick={() => setAction("refund")}>Refund…</Button>
      ) : null}
      {action === "refund" ? (
        <RefundDialog {...props} isOfGateway={isOfGateway} membershipsHref={membershipsHref} onClose={close} />
      ) : null}
      {action === "reverse" ? <ReverseDialog {...props} onClose={close} /> : null}
    </>
  );
}
