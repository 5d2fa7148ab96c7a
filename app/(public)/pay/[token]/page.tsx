import type { Metadata } from "next";
import { visitorCaller } from "@/app/page-caller";
import { PayBill } from "@/components/gateways/pay/pay-bill";
import { MissingToken } from "@/components/identity/missing-token";
import { ProductEntry } from "@/components/identity/product-entry";
import { EntryShell } from "@/components/layout/entry-shell";
import { readPaymentLink } from "@/lib/domain/gateways/links";
import { Problem } from "@/lib/kernel/errors";

export const metadata: Metadata = { title: "Pay a bill", referrer: "no-referrer", robots: { index: false } };

/** Anyone with the link can pay this bill, and sees no other data. A GET request changes nothing. */
export default async function PayPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const bill = await readPaymentLink(await visitorCaller(), { token }).catch(nullIfInvalid);
  if (!bill) {
    return (
      <ProductEntry aside={null}>
        <MissingToken>This link has expired or is not complete. Ask the gym for a new one.</MissingToken>
      </ProductEntry>
    );
  }
  return (
    <EntryShell name={bill.gym_name} homeHref="/" brand={bill.brand_color} footer={<span>One bill, no sign-in</span>}>
      <PayBill token={token} bill={bill} />
    </EntryShell>
  );
}

function nullIfInvalid(error: unknown): null {
  if (error instanceof Problem && (error.code === "link_invalid" || error.code === "invalid_input")) return null;
  throw error;
}
