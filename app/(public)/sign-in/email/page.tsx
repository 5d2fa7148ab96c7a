import type { Metadata } from "next";
import { visitorCaller } from "@/app/page-caller";
import { EmailLinkForm } from "@/components/identity/email-link-form";
import { nextAddress } from "@/components/identity/next-address";
import { dailySteps, EntrySteps, ProductEntry } from "@/components/identity/product-entry";
import { isOutboxReadable } from "@/lib/domain/messages/outbox";

export const metadata: Metadata = { title: "Sign in by e-mail" };

export default async function EmailLinkPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const outbox_href = isOutboxReadable(await visitorCaller()) ? "/outbox" : null;
  return (
    <ProductEntry aside={<EntrySteps title="At the front desk" steps={dailySteps} />}>
      <EmailLinkForm next={nextAddress((await searchParams).next)} outbox_href={outbox_href} />
    </ProductEntry>
  );
}
