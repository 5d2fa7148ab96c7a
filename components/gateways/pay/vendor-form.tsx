"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/data/skeleton";
import type { CheckoutForm, VendorFormProps } from "./vendor-form-props";

const Waiting = () => (
  <div role="status" aria-label="Loading the form">
    <Skeleton className="h-[272px] w-full" />
  </div>
);

// Each gym has one gateway, so a page loads the form of this one alone.
const SandboxCheckout = dynamic(
  () => import("@/components/gateways/sandbox/sandbox-checkout").then((module) => module.SandboxCheckout),
  { loading: Waiting },
);
const StripeForm = dynamic(() => import("./stripe-form").then((module) => module.StripeForm), { loading: Waiting });
const RazorpayForm = dynamic(() => import("./razorpay-form").then((module) => module.RazorpayForm), {
  loading: Waiting,
});

/** The form of the gym's gateway. */
export function VendorForm({ form, ...props }: VendorFormProps & { form: CheckoutForm }) {
  if (form.vendor === "stripe") return <StripeForm form={form} {...props} />;
  if (form.vendor === "razorpay") return <RazorpayForm {...props} />;
  return <SandboxCheckout {...props} />;
}
