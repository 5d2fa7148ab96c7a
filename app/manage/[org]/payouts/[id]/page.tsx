import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { ItemsTable } from "@/components/gateways/payouts/items-table";
import { MatchBadge, PayoutStatusBadge } from "@/components/gateways/payouts/payout-status";
import { vendorNames } from "@/components/gateways/payouts/payouts-table";
import { Pagination } from "@/components/ui/controls/pagination";
import { Breadcrumb } from "@/components/ui/data/breadcrumb";
import { Callout } from "@/components/ui/data/callout";
import { DescriptionList } from "@/components/ui/data/description-list";
import { EmptyState } from "@/components/ui/data/empty-state";
import { PageHeader } from "@/components/ui/data/page-header";
import { formatLongDay } from "@/lib/client/format";
import { getPayout, listPayoutItems } from "@/lib/domain/gateways/payouts";
import { mayUse } from "@/lib/kernel/operation";
import { counted } from "@/lib/values/counted";
import { formatMoney } from "@/lib/values/money";

export const metadata: Metadata = { title: "Payout" };

type Props = {
  params: Promise<{ org: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const pageSize = 100;

/** What the bank has, and what it consists of. Mismatches stand first. */
export default async function PayoutPage({ params, searchParams }: Props) {
  const { org, id } = await params;
  const caller = await pageCaller(org);
  const { organization } = caller;
  if (!organization || !mayUse(caller, getPayout.contract)) notFound();
  const given = (await searchParams).cursor;
  const cursor = typeof given === "string" && given ? given : undefined;
  const payout = await orNotFound(getPayout(caller, { id }));
  const { data: items, next_cursor } = await orNotFound(listPayoutItems(caller, { id, limit: pageSize, cursor }));
  const { locale } = organization;
  const money = (minor: number) => formatMoney(minor, payout.currency, locale);
  const title = `Payout, ${money(payout.amount_minor)}`;
  const manage = `/manage/${org}`;
  const here = `${manage}/payouts/${id}`;
  return (
    <>
      <PageHeader
        title={title}
        breadcrumb={<Breadcrumb items={[{ label: "Payouts", href: `${manage}/payouts` }, { label: title }]} />}
        meta={<PayoutStatusBadge status={payout.status} />}
      />
      <div className="flex flex-col gap-4 px-gutter py-6">
        {payout.mismatch ? (
          <Callout tone="warn" title="This payout does not match">
            {payout.mismatch}
          </Callout>
        ) : null}
        <DescriptionList
          items={[
            { term: "At the bank", detail: formatLongDay(payout.arrives_on, locale) },
            { term: "Gateway", detail: vendorNames[payout.vendor] },
            { term: "At the gateway", detail: payout.payout_ref },
            { term: "Amount", detail: money(payout.amount_minor) },
            { term: "Fees, without those of disputes", detail: money(payout.fee_minor) },
            { term: "Items", detail: <MatchBadge payout={payout} /> },
            { term: "In the ledger", detail: payout.booked_at ? "Booked to the bank" : "Not at the bank" },
          ]}
        />
      </div>
      {items.length > 0 ? (
        <>
          <ItemsTable items={items} locale={locale} manage={manage} />
          <Pagination
            summary={`${items.length} of ${counted(payout.items, "item")}`}
            firstHref={cursor ? here : null}
            nextHref={next_cursor ? `${here}?${new URLSearchParams({ cursor: next_cursor })}` : null}
            pageSize={pageSize}
            className="px-gutter"
          />
        </>
      ) : (
        <EmptyState title="No items">The gateway has not told yet what this payout consists of.</EmptyState>
      )}
    </>
  );
}
