import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { ClosureSheet } from "@/components/memberships/closures/closure-sheet-on-demand";
import { ClosuresTable } from "@/components/memberships/closures/closures-table";
import { ButtonLink } from "@/components/ui/controls/button";
import { Pagination } from "@/components/ui/controls/pagination";
import { EmptyState } from "@/components/ui/data/empty-state";
import { PageHeader } from "@/components/ui/data/page-header";
import { todayAt } from "@/lib/client/format";
import { listUrl } from "@/lib/client/list-url";
import { zoneOf } from "@/lib/client/zones";
import { listClosures } from "@/lib/domain/memberships/closures";
import { listLocations } from "@/lib/domain/organization/locations";
import { mayUse } from "@/lib/kernel/operation";

export const metadata: Metadata = { title: "Closures" };

type Props = { params: Promise<{ org: string }>; searchParams: Promise<{ closure?: string; cursor?: string }> };

const pageSize = 50;

export default async function ClosuresPage({ params, searchParams }: Props) {
  const { org } = await params;
  const { closure, cursor } = await searchParams;
  const caller = await pageCaller(org);
  const { organization } = caller;
  if (!organization || !mayUse(caller, listClosures.contract)) notFound();
  const { locale } = organization;
  const [{ data: closures, next_cursor }, { data: locations }] = await Promise.all([
    orNotFound(listClosures(caller, { limit: pageSize, ...(cursor && { cursor }) })),
    listLocations(caller, {}),
  ]);
  const now = caller.clock.now().toString();
  const today = todayAt({ locale, ...zoneOf(locations), now });
  const base = `/manage/${org}/closures`;
  return (
    <>
      <PageHeader
        title="Closures"
        actions={
          <ButtonLink
            href={listUrl(base, { closure: "new" })}
            variant="primary"
            scroll={false}
            icon={<Plus aria-hidden="true" />}
          >
            Close a location
          </ButtonLink>
        }
      />
      {closures.length > 0 ? (
        <>
          <ClosuresTable organization={org} closures={closures} today={today} locale={locale} />
          <Pagination
            className="px-gutter"
            summary={`${closures.length} ${closures.length === 1 ? "closure" : "closures"}, newest first`}
            pageSize={pageSize}
            nextHref={next_cursor ? listUrl(base, { cursor: next_cursor }) : null}
            firstHref={cursor ? base : null}
          />
        </>
      ) : (
        <EmptyState title="No closures">
          <p>Close a location for some days, and all its memberships are frozen: ends and next bills move by them.</p>
        </EmptyState>
      )}
      {closure === "new" ? (
        <ClosureSheet organization={org} locations={locations} today={today} locale={locale} closeHref={base} />
      ) : null}
    </>
  );
}
