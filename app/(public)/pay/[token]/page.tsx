import type { Metadata } from "next";
import { visitorCaller } from "@/app/page-caller";
import { ExpiredLink } from "@/components/gateways/pay/expired-link";
import { PayBill } from "@/components/gateways/pay/pay-bill";
import { SendNewLink } from "@/components/gateways/pay/send-new-link";
import { PayShell } from "@/components/layout/pay-shell";
import { readPaymentLink } from "@/lib/domain/gateways/links";
import { Problem } from "@/lib/kernel/errors";
import { dayAt } from "@/lib/values/calendar-day";

export const metadata: Metadata = { title: "Pay a bill", referrer: "no-referrer", robots: { index: false } };

/** Anyone with the link can pay this bill, and sees no other data. A GET request changes nothing. */
export default async function PayPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const caller = await visitorCaller();
  const bill = await readPaymentLink(caller, { token }).catch(nullIfInvalid);
  if (!bill) {
    return (
      <PayShell name="FitFlow Pro">
        <ExpiredLink>
          <SendNewLink token={token} />
        </ExpiredLink>
      </PayShell>
    );
  }
  return (
    <PayShell name={bill.gym_name} brand={bill.brand_color}>
      <PayBill by={{ token }} bill={bill} today={dayAt(caller.clock.now().toString(), "UTC")} />
    </PayShell>
  );
}

function nullIfInvalid(error: unknown): null {
  if (error instanceof Problem && (error.code === "link_invalid" || error.code === "invalid_input")) return null;
  throw error;
}
