import type { Metadata } from "next";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { MemberHeader } from "@/components/layout/member-shell";
import { NewestEarlier } from "@/components/layout/newest-earlier";
import { VisitMonths } from "@/components/me/visit-months";
import { EmptyState } from "@/components/ui/data/empty-state";
import { listOwnCheckIns } from "@/lib/domain/me";

type Props = { params: Promise<{ org: string }>; searchParams: Promise<{ cursor?: string }> };

export const metadata: Metadata = { title: "Visits" };

export default async function VisitsPage({ params, searchParams }: Props) {
  const [{ org }, { cursor }] = await Promise.all([params, searchParams]);
  const caller = await pageCaller(org);
  const { data, next_cursor } = await orNotFound(listOwnCheckIns(caller, { limit: 30, ...(cursor ? { cursor } : {}) }));
  const base = `/me/${org}/visits`;
  return (
    <>
      <MemberHeader title="Visits" />
      {data.length === 0 ? (
        <EmptyState title="No visits yet" className="rounded-dialog border border-line bg-surface">
          Your visits appear here after you check in at the front desk.
        </EmptyState>
      ) : (
        <VisitMonths visits={data} locale={caller.organization?.locale ?? "en"} />
      )}
      <NewestEarlier label="Visit pages" base={base} cursor={cursor} next_cursor={next_cursor} />
    </>
  );
}
