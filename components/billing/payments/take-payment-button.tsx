"use client";

import { HandCoins } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button, type ButtonLook } from "@/components/ui/controls/button";
import { Nothing } from "@/components/ui/overlays/nothing";
import type { TakePaymentDialogProps } from "./take-payment-dialog";

const TakePaymentDialog = dynamic(() => import("./take-payment-dialog").then((module) => module.TakePaymentDialog), {
  loading: Nothing,
});

type TakePaymentButtonProps = Omit<TakePaymentDialogProps, "onClose"> & Pick<ButtonLook, "variant">;

/** @public Opens the payment dialog; for every page that shows what a member owes. */
export function TakePaymentButton({ variant, ...payment }: TakePaymentButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant={variant} icon={<HandCoins aria-hidden="true" />} onClick={() => setOpen(true)}>
        Take payment
      </Button>
      {open ? <TakePaymentDialog {...payment} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
