"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Callout } from "@/components/ui/data/callout";
import { FormError } from "@/components/ui/forms/form-error";
import { elementLook } from "./element-look";
import { openStripe, type StripeElements, type StripeJs } from "./stripe-js";
import { useSubmit } from "./use-submit";
import type { CheckoutForm, VendorFormProps } from "./vendor-form-props";

type Props = VendorFormProps & { form: Extract<CheckoutForm, { vendor: "stripe" }> };

const notLoaded =
  "The form of Stripe could not be loaded. Check the connection, switch off what blocks content, and load the page again.";

/** The fields are in a frame of Stripe's. Wallets and UPI stand there where the browser and the account have them. */
export function StripeForm({
  form,
  purpose,
  locale,
  currency,
  saves_method,
  submitLabel,
  begin,
  onDone,
  ...rest
}: Props) {
  const place = useRef<HTMLDivElement>(null);
  const parts = useRef<{ stripe: StripeJs; elements: StripeElements } | null>(null);
  const [state, setState] = useState<"loading" | "ready" | "lost">("loading");

  const open = useEffectEvent(async (isGone: () => boolean) => {
    const stripe = await openStripe(form.publishable_key);
    if (!place.current || isGone()) return null;
    const elements = stripe.elements({
      ...(purpose === "payment" ? { mode: "payment", amount: form.units } : { mode: "setup" }),
      currency: form.currency,
      ...(purpose === "payment" && saves_method ? { setupFutureUsage: "off_session" } : {}),
      locale,
      appearance: elementLook(place.current),
    });
    // Rupees are paid by UPI more often than by card.
    const order = currency === "INR" ? { paymentMethodOrder: ["upi", "card"] } : {};
    const element = elements.create("payment", { layout: "tabs", ...order });
    element.on("ready", () => setState("ready"));
    element.on("loaderror", () => setState("lost"));
    element.mount(place.current);
    parts.current = { stripe, elements };
    return element;
  });
  useEffect(() => {
    let isGone = false;
    const opened = open(() => isGone).catch(() => {
      setState("lost");
      return null;
    });
    return () => {
      isGone = true;
      parts.current = null;
      void opened.then((element) => element?.destroy());
    };
  }, []);
  useEffect(() => {
    if (purpose === "payment")
      parts.current?.elements.update({ setupFutureUsage: saves_method ? "off_session" : null });
  }, [purpose, saves_method]);

  const { isPending, problem, submit } = useSubmit(async () => {
    if (!parts.current) return;
    const { stripe, elements } = parts.current;
    const checked = await elements.submit();
    if (checked.error) throw new Error(checked.error.message ?? "Check what you entered.");
    const action = await begin();
    if (action === "stop") return;
    if (action?.kind !== "stripe") return void (await onDone());
    const confirmation = {
      ...{ elements, clientSecret: action.client_secret, redirect: "if_required" as const },
      confirmParams: { return_url: rest.returnUrl() },
    };
    const { error } = await (purpose === "payment"
      ? stripe.confirmPayment(confirmation)
      : stripe.confirmSetup(confirmation));
    if (error?.type === "validation_error") throw new Error(error.message ?? "Check what you entered.");
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
      <div ref={place} className="min-h-[220px]" />
      {rest.children}
      <FormError message={problem} />
      <Button type="submit" variant="primary" size="touch" full busy={isPending} disabled={state === "loading"}>
        {submitLabel}
      </Button>
      <p className="text-center text-14 text-ink-3">{`Your card number goes to Stripe, never to ${rest.gym_name}.`}</p>
    </form>
  );
}
