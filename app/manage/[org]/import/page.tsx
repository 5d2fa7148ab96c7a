import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { ImportList } from "@/components/imports/import-list";
import { ImportUpload } from "@/components/imports/import-upload";
import { WithRail } from "@/components/layout/with-rail";
import { Pagination } from "@/components/ui/controls/pagination";
import { PageHeader } from "@/components/ui/data/page-header";
import { Section } from "@/components/ui/data/section";
import type { Place } from "@/lib/client/format";
import { listImports } from "@/lib/domain/imports";
import { listLocations } from "@/lib/domain/organization/locations";

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<{ location?: string; cursor?: string }>;
};

export const metadata: Metadata = { title: "Import" };

const pageSize = 20;

export default async function ImportPage({ params, searchParams }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  if (!caller.permissions.has("members.import")) notFound();
  const { location, cursor } = await searchParams;
  const [{ data: imports, next_cursor }, { data: locations }] = await Promise.all([
    orNotFound(listImports(caller, { limit: pageSize, ...(cursor ? { cursor } : {}) })),
    listLocations(caller, {}),
  ]);
  const here = locations.find(({ id }) => id === location) ?? locations[0];
  if (!here) notFound();
  const place: Place = {
    locale: caller.organization?.locale ?? "en",
    time_zone: here.time_zone,
    now: caller.clock.now().toString(),
  };
  const base = `/manage/${org}/import`;
  return (
    <>
      <PageHeader title="Import" />
      <WithRail
        label="How it goes"
        rail={
          <Section title="How it goes">
            <ol className="mt-2 flex list-decimal flex-col gap-3 pl-4">
              <li>In your old software, export the member list as a CSV file. Excel saves one too.</li>
              <li>Upload it. We recognise the columns of most systems; you correct what we did not.</li>
              <li>The check shows what would be created and which rows have a problem.</li>
              <li>Import. Nobody is charged or written to, and you can undo all of it until somebody checks in.</li>
            </ol>
          </Section>
        }
      >
        <Section title="Bring your members with you">
          <p className="mb-4 max-w-[68ch]">
            People with their contact details, plans, next bill dates, freezes and remaining sessions, in one CSV file
            of up to 200,000 rows.
          </p>
          <ImportUpload organization={org} location_id={here.id} />
        </Section>
        {imports.length > 0 ? (
          <section aria-labelledby="earlier" className="border-line border-t">
            <h2 id="earlier" className="px-gutter pt-4 pb-1 font-strong text-13 text-ink">
              Earlier imports
            </h2>
            <ImportList imports={imports} place={place} hrefOf={(id) => `${base}/${id}`} />
            {next_cursor || cursor ? (
              <Pagination
                className="px-gutter"
                summary=""
                pageSize={pageSize}
                firstHref={cursor ? base : null}
                nextHref={next_cursor ? `${base}?cursor=${next_cursor}` : null}
              />
            ) : null}
          </section>
        ) : null}
      </WithRail>
    </>
  );
}
