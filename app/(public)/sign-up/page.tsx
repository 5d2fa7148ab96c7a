import type { Metadata } from "next";
import { currencyOptions } from "@/app/currency-options";
import { visitorCaller } from "@/app/page-caller";
import { EntrySteps, firstSteps, ProductEntry } from "@/components/identity/product-entry";
import { SignUpForm } from "@/components/identity/sign-up-form";
import { isOutboxReadable } from "@/lib/domain/messages/outbox";

export const metadata: Metadata = { title: "Create your gym" };

export default async function SignUpPage() {
  const outbox_href = isOutboxReadable(await visitorCaller()) ? "/outbox" : null;
  return (
    <ProductEntry aside={<EntrySteps title="Three steps to the first check-in" steps={firstSteps} />}>
      <SignUpForm currencies={currencyOptions()} outbox_href={outbox_href} />
    </ProductEntry>
  );
}
