import type { Metadata } from "next";
import { visitorCaller } from "@/app/page-caller";
import { MissingToken } from "@/components/identity/missing-token";
import { ProductEntry } from "@/components/identity/product-entry";
import { EntryShell } from "@/components/layout/entry-shell";
import { UnsubscribeChoice } from "@/components/messages/contacts/unsubscribe-choice";
import { readUnsubscribe } from "@/lib/domain/messages/contacts";
import { Problem } from "@/lib/kernel/errors";

export const metadata: Metadata = { title: "Unsubscribe", referrer: "no-referrer", robots: { index: false } };

/** A GET request changes nothing, because mail scanners open every link. */
export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const subscription = await readUnsubscribe(await visitorCaller(), { token }).catch(nullIfInvalid);
  if (!subscription) {
    return (
      <ProductEntry aside={null}>
        <MissingToken>
          The link is incomplete. Open it from the message again, or ask the gym to stop sending messages.
        </MissingToken>
      </ProductEntry>
    );
  }
  const { gym_name, brand_color } = subscription;
  return (
    <EntryShell name={gym_name} homeHref="/" brand={brand_color} footer={<span>Powered by FitFlow Pro</span>}>
      <UnsubscribeChoice token={token} subscription={subscription} />
    </EntryShell>
  );
}

function nullIfInvalid(error: unknown): null {
  if (error instanceof Problem && (error.code === "link_invalid" || error.code === "invalid_input")) return null;
  throw error;
}
