import type { Metadata } from "next";
import { visitorCaller } from "@/app/page-caller";
import { EntrySteps, firstSteps, ProductEntry } from "@/components/identity/product-entry";
import { SignUpForm } from "@/components/identity/sign-up-form";
import { isOutboxReadable } from "@/lib/domain/messages/outbox";
import { currencyCodes } from "@/lib/values/currency";

export const metadata: Metadata = { title: "Create your gym" };

export default async function SignUpPage() {
  const outbox_href = isOutboxReadable(await visitorCaller()) ? "/outbox" : null;
  return (
    <ProductEntry aside={<EntrySteps title="Three steps to the first check-in" steps={firstSteps} />}>
      <SignUpForm currencies={currencies()} outbox_href={outbox_href} />
    </ProductEntry>
  );
}

/** Names come from the server because browsers differ in the currency names they know. */
function currencies() {
  const names = new Intl.DisplayNames("en", { type: "currency" });
  return currencyCodes.map((code) => ({ value: code, label: `${code} – ${names.of(code)}` }));
}
