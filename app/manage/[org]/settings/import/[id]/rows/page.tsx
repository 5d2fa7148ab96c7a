import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { kindLabels, readRowFilter, rowTabs, shortProblem } from "@/components/imports/row-filter";
import { RowTable } from "@/components/imports/row-table";
import { Pagination } from "@/components/ui/controls/pagination";
import { TabLinks } from "@/components/ui/controls/tab-links";
import { Breadcrumb } from "@/components/ui/data/breadcrumb";
import { EmptyState } from "@/components/ui/data/empty-state";
import { PageHeader } from "@/components/ui/data/page-header";
import { FilterBar } from "@/components/ui/filters/filter-bar";
import { formatCount, type LocaleContext } from "@/lib/client/format";
import { getImport, listImportRows } from "@/lib/domain/imports";
import { getLocation } from "@/lib/domain/organization/locations";

type Props = {
  params: Promise<{ org: string; id: string }>;
  searchParams: Promise<Record<string, string | undefined>>;
};

export const metadata: Metadata = { title: "Import rows" };

export default async function ImportRowsPage({ params, searchParams }: Props) {
  const { org, id } = await params;
  const caller = await pageCaller(org);
  if (!caller.permissions.has("members.import")) notFound();
  const { cursor, ...query } = await searchParams;
  const filter = readRowFilter(query);
  const job = await orNotFound(getImport(caller, { id }));
  const [rows, location] = await Promise.all([
    orNotFound(listImportRows(caller, { id, ...filter, ...(cursor ? { cursor } : {}) })),
    getLocation(caller, { id: job.options.location_id }),
  ]);
  const localeContext: LocaleContext = {
    locale: caller.organization?.locale ?? "en",
    time_zone: location.time_zone,
    now: caller.clock.now().toString(),
  };
  const base = `/manage/${org}/settings/import/${id}`;
  const tabs = rowTabs(job, (status) => (status ? `${base}/rows?status=${status}` : `${base}/rows`));
  const current = filter.status ? `${base}/rows?status=${filter.status}` : `${base}/rows`;
  const pageHref = (next?: string) => {
    const parts = new URLSearchParams(
      Object.entries(filter).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
    );
    if (next) parts.set("cursor", next);
    return parts.size > 0 ? `${base}/rows?${parts}` : `${base}/rows`;
  };
  const problem = filter.problem && job.summary?.problems.find(({ code }) => code === filter.problem);
  return (
    <>
      <PageHeader
        title={`Rows of ${job.file_name}`}
        breadcrumb={
          <Breadcrumb
            items={[
              { label: "Import", href: `/manage/${org}/settings/import` },
              { label: job.file_name, href: base },
              { label: "Rows" },
            ]}
          />
        }
      />
      <TabLinks
        label="Rows"
        className="px-gutter"
        current={filter.kind || filter.problem ? "" : current}
        items={tabs.map(({ count, ...tab }) => ({
          ...tab,
          ...(count === undefined ? {} : { count: formatCount(count, localeContext.locale) }),
        }))}
      />
      {filter.kind || filter.problem ? (
        <FilterBar
          chips={[
            filter.kind && {
              name: "kind",
              field: "Type",
              value: kindLabels[filter.kind],
              removeHref: `${base}/rows`,
            },
            filter.problem && {
              name: "problem",
              field: "Problem",
              value: problem ? shortProblem(problem) : filter.problem,
              removeHref: `${base}/rows`,
            },
          ]}
        />
      ) : null}
      {rows.data.length > 0 ? (
        <>
          <RowTable
            job={job}
            rows={rows.data}
            localeContext={localeContext}
            memberHref={(member) => `/manage/${org}/members/${member}`}
          />
          <Pagination
            className="px-gutter"
            summary={rangeOf(
              rows.data.map(({ row_number }) => row_number),
              localeContext.locale,
            )}
            firstHref={cursor ? pageHref() : null}
            nextHref={rows.next_cursor ? pageHref(rows.next_cursor) : null}
          />
        </>
      ) : (
        <EmptyState title="No matching rows">
          A later check may have changed the result. The tabs above show the current rows.
        </EmptyState>
      )}
    </>
  );
}

function rangeOf(numbers: readonly number[], locale: string): string {
  const [first = 0, last = first] = [numbers[0], numbers.at(-1)];
  return first === last
    ? `Row ${formatCount(first, locale)} of the file`
    : `Rows ${formatCount(first, locale)} to ${formatCount(last, locale)} of the file`;
}
