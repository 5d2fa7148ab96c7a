import type { Metadata } from "next";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { OwnPaymentList } from "@/components/billing/payments/own-payment-list";
import { MemberHeader } from "@/components/layout/member-shell";
import { NewestEarlier } from "@/components/layout/newest-earlier";
import { EmptyState } from "@/components/ui/data/empty-state";
import { listOwnPayments } from "@/lib/domain/billing/payments";
import { getOwnProfile } from "@/lib/domain/me";

type Props = { params: Promise<{ org: string }>; searchParams: Promise<{ cursor?: string }> };

export const metadata: Metadata = { title: "Receipts" };

export default async function OwnPaymentsPage({ params, searchParams }: Props) {
  const [{ org }, { cursor }] = await Promise.all([params, searchParams]);
  const caller = await pageCaller(org);
  const [{ data, next_cursor }, { today_on }] = await Promise.all([
    orNotFound(listOwnPayments(caller, { limit: 30, ...(cursor ? { cursor } : {}) })),
    getOwnProfile(caller, {}),
  ]);
  const base = `/me/${org}/payments`;
  return (
    <>
      <MemberHeader title="Receipts" />
      {data.length === 0 ? (
        <EmptyState title="No payments yet" className="rounded-dialog border border-line bg-surface">
          Each payment appears here with its receipt.
        </EmptyState>
      ) : (
        <OwnPaymentList
          organization={org}
          payments={data}
          locale={caller.organization?.locale ?? "en"}
          today={today_on}
        />
      )}
      <NewestEarlier label="Receipt pages" base={base} cursor={cursor} next_cursor={next_cursor} />
    </>
  );
}
