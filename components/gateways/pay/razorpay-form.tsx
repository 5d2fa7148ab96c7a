"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Callout } from "@/components/ui/data/callout";
import { FormError } from "@/components/ui/forms/form-error";
import { loadScript } from "./load-script";
import { useSubmit } from "./use-submit";
import type { ClientAction, VendorFormProps } from "./vendor-form-props";

/** https://razorpay.com/docs/payments/payment-gateway/web-integration/standard/ */
const address = "https://checkout.razorpay.com/v1/checkout.js";

type Options = Record<string, unknown>;
type Checkout = new (options: Options) => { open(): void };

const notLoaded =
  "The form of Razorpay could not be loaded. Check the connection, switch off what blocks content, and load the page again.";

/** Opens Razorpay's own window, which offers UPI, cards and netbanking. It ends when the payer has paid or closes it. */
const pay = (action: Extract<ClientAction, { kind: "razorpay" }>, gym_name: string): Promise<void> =>
  new Promise((resolve) => {
    const { Razorpay } = window as unknown as { Razorpay: Checkout };
    const { order_ref, key_id, customer_ref, is_recurring } = action;
    new Razorpay({
      ...{ key: key_id, order_id: order_ref, name: gym_name },
      ...(customer_ref ? { customer_id: customer_ref } : {}),
      ...(is_recurring ? { recurring: "1" } : {}),
      // The server asks Razorpay what became of it, so that nothing of this answer is needed.
      handler: () => resolve(),
      modal: { ondismiss: () => resolve() },
    }).open();
  });

/** Razorpay's window opens with the button. */
export function RazorpayForm({ gym_name, submitLabel, begin, onDone, children }: VendorFormProps) {
  const [state, setState] = useState<"loading" | "ready" | "lost">("loading");
  useEffect(() => {
    loadScript(address).then(
      () => setState("ready"),
      () => setState("lost"),
    );
  }, []);
  const { isPending, problem, submit } = useSubmit(async () => {
    const action = await begin();
    if (action === "stop") return;
    if (action?.kind === "razorpay") await pay(action, gym_name);
    await onDone();
  });
  if (state === "lost") {
    return (
      <Callout tone="bad" role="alert" title="The form is missing">
        {notLoaded}
      </Callout>
    );
  }
  return (
    <form noValidate className="flex flex-col gap-3" onSubmit={submit} aria-busy={state === "loading"}>
      {children}
      <FormError message={problem} />
      <Button type="submit" variant="primary" size="touch" full busy={isPending} disabled={state === "loading"}>
        {submitLabel}
      </Button>
      <p className="text-center text-14 text-ink-3">
        {`With UPI, card or netbanking. Your card number goes to Razorpay, never to ${gym_name}.`}
      </p>
    </form>
  );
}
