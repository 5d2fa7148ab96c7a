import type { ReactNode } from "react";
import type { Output } from "@/lib/client/endpoint";
import type { payByLink } from "@/lib/client/endpoints/payment-links";

export type ClientAction = NonNullable<Output<typeof payByLink>["action"]>;
export type CheckoutForm = NonNullable<Output<typeof payByLink>["bill"]["form"]>;

/** What the form of each gateway gets. */
export type VendorFormProps = {
  /** Whether an amount is paid, or a method is only saved. */
  purpose: "payment" | "setup";
  gym_name: string;
  currency: string;
  locale: string;
  saves_method: boolean;
  /** Such as "Pay $89.00". */
  submitLabel: string;
  /** Begins at the gym's server. Null: there is nothing to confirm. "stop": the page says why nothing follows. */
  begin: () => Promise<ClientAction | null | "stop">;
  /** Called when the payer has done what there was to do, whether the bank agreed or not. */
  onDone: () => Promise<unknown>;
  /** Where the bank's page leads back to. */
  returnUrl: () => string;
  /** Between the fields and the button. */
  children?: ReactNode;
};
