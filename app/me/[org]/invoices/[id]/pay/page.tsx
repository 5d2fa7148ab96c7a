import type { Metadata } from "next";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { PayBill } from "@/components/gateways/pay/pay-bill";
import { ButtonLink } from "@/components/ui/controls/button";
import { TextLink } from "@/components/ui/controls/text-link";
import { readOwnBill } from "@/lib/domain/gateways/checkout";
import { getOwnProfile } from "@/lib/domain/me";

type Props = { params: Promise<{ org: string; id: string }> };

export const metadata: Metadata = { title: "Pay a bill" };

/** The pay page of a member who is signed in. */
export default async function PayOwnInvoicePage({ params }: Props) {
  const { org, id } = await params;
  const caller = await pageCaller(org);
  const [bill, { today_on }] = await Promise.all([orNotFound(readOwnBill(caller, { id })), getOwnProfile(caller, {})]);
  return (
    <div className="mx-auto flex w-full max-w-[480px] flex-col gap-4 rounded-dialog border border-line bg-surface p-4">
      <PayBill
        by={{ organization: org, id }}
        bill={bill}
        today={today_on}
        afterwards={
          <ButtonLink href={`/me/${org}/payments`} size="touch">
            Receipts
          </ButtonLink>
        }
      />
      <TextLink href={`/me/${org}/invoices/${id}`}>Back to the invoice</TextLink>
    </div>
  );
}
