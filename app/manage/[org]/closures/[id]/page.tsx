import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { stateWords } from "@/components/memberships/closures/closure-words";
import { ExceptionsTable } from "@/components/memberships/closures/exceptions-table";
import { Pagination } from "@/components/ui/controls/pagination";
import { Breadcrumb } from "@/components/ui/data/breadcrumb";
import { EmptyState } from "@/components/ui/data/empty-state";
import { PageHeader } from "@/components/ui/data/page-header";
import { formatCount } from "@/lib/client/format";
import { formatFullDate } from "@/lib/client/format-short-date";
import { listUrl } from "@/lib/client/list-url";
import { getClosure, listClosureExceptions } from "@/lib/domain/memberships/closures";
import { mayUse } from "@/lib/kernel/operation";

export const metadata: Metadata = { title: "Closure" };

type Props = { params: Promise<{ org: string; id: string }>; searchParams: Promise<{ cursor?: string }> };

const pageSize = 50;

/** E17: the memberships that a closure did not freeze on all of its days, with the reason of each. */
export default async function ClosurePage({ params, searchParams }: Props) {
  const { org, id } = await params;
  const { cursor } = await searchParams;
  const caller = await pageCaller(org);
  const { organization } = caller;
  if (!organization || !mayUse(caller, getClosure.contract)) notFound();
  const { locale } = organization;
  const [closure, { data, next_cursor }] = await Promise.all([
    orNotFound(getClosure(caller, { id })),
    orNotFound(listClosureExceptions(caller, { id, limit: pageSize, ...(cursor && { cursor }) })),
  ]);
  const { location_name, from_on, to_on, reason, state, frozen, shortened, skipped } = closure;
  const day = (on: string) => formatFullDate(on, locale);
  const count = (n: number) => formatCount(n, locale);
  const base = `/manage/${org}/closures`;
  const here = `${base}/${id}`;
  return (
    <>
      <PageHeader
        title={`Closure of ${location_name}`}
        breadcrumb={<Breadcrumb items={[{ label: "Closures", href: base }, { label: location_name }]} />}
      />
      <p className="px-gutter py-3 text-ink-2">
        {`${day(from_on)} to ${day(to_on)}: ${reason}. ${stateWords[state]}. ${count(frozen)} frozen on all days, ${count(shortened)} on some, ${count(skipped)} not frozen.`}
      </p>
      {data.length > 0 ? (
        <>
          <ExceptionsTable organization={org} exceptions={data} />
          <Pagination
            className="px-gutter"
            summary={`${data.length} ${data.length === 1 ? "membership" : "memberships"}`}
            pageSize={pageSize}
            nextHref={next_cursor ? listUrl(here, { cursor: next_cursor }) : null}
            firstHref={cursor ? here : null}
          />
        </>
      ) : (
        <EmptyState title="No exceptions">
          <p>Every membership that the job has reached is frozen on all days of the closure.</p>
        </EmptyState>
      )}
    </>
  );
}
