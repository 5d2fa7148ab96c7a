import { loadScript } from "./load-script";

/** The part of Stripe.js that the form uses. https://docs.stripe.com/js */
type StripeError = { type: string; message?: string };
type PaymentElement = {
  mount(target: HTMLElement): void;
  destroy(): void;
  on(event: "ready", handler: () => void): void;
  on(event: "loaderror", handler: (event: { error: StripeError }) => void): void;
};
type Confirmation = {
  elements: StripeElements;
  clientSecret: string;
  confirmParams: { return_url: string };
  redirect: "if_required";
};
export type StripeElements = {
  create(kind: "payment", options: Record<string, unknown>): PaymentElement;
  update(options: Record<string, unknown>): void;
  submit(): Promise<{ error?: StripeError }>;
};
export type StripeJs = {
  elements(options: Record<string, unknown>): StripeElements;
  confirmPayment(confirmation: Confirmation): Promise<{ error?: StripeError }>;
  confirmSetup(confirmation: Confirmation): Promise<{ error?: StripeError }>;
};

/** Stripe asks that it comes from its own address and is never copied. */
const address = "https://js.stripe.com/v3/";

export async function openStripe(publishable_key: string): Promise<StripeJs> {
  await loadScript(address);
  const { Stripe } = window as unknown as { Stripe: (key: string) => StripeJs };
  return Stripe(publishable_key);
}
