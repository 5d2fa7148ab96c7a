import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { ImportList } from "@/components/imports/import-list";
import { ImportUpload } from "@/components/imports/import-upload";
import { WithRail } from "@/components/layout/with-rail";
import { SettingsHeader } from "@/components/organization/settings-header";
import { Pagination } from "@/components/ui/controls/pagination";
import { Section } from "@/components/ui/data/section";
import type { LocaleContext } from "@/lib/client/format";
import { listImports } from "@/lib/domain/imports";
import { listLocations } from "@/lib/domain/organization/locations";
import { mayUse } from "@/lib/kernel/operation";

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
  const localeContext: LocaleContext = {
    locale: caller.organization?.locale ?? "en",
    time_zone: here.time_zone,
    now: caller.clock.now().toString(),
  };
  const base = `/manage/${org}/settings/import`;
  return (
    <>
      <SettingsHeader organization={org} current="/import" mayUse={(contract) => mayUse(caller, contract)} />
      <WithRail
        label="How it works"
        rail={
          <Section title="How it works">
            <ol className="mt-2 flex list-decimal flex-col gap-3 pl-4">
              <li>In your old software, export the member list as a CSV file. Excel can save one as well.</li>
              <li>Upload the file. We recognise the columns of most systems; you correct the others.</li>
              <li>The check shows what will be created and which rows have problems.</li>
              <li>
                Import. No member is charged or notified, and you can undo the import until an imported member checks
                in.
              </li>
            </ol>
          </Section>
        }
      >
        <Section title="Import your members">
          <p className="mb-4 max-w-[68ch]">
            One CSV file with up to 200,000 members: contact details, plans, next billing dates, freezes and remaining
            sessions.
          </p>
          <ImportUpload organization={org} location_id={here.id} />
        </Section>
        {imports.length > 0 ? (
          <section aria-labelledby="earlier" className="border-line border-t">
            <h2 id="earlier" className="px-gutter pt-4 pb-1 font-strong text-13 text-ink">
              Previous imports
            </h2>
            <ImportList imports={imports} localeContext={localeContext} hrefOf={(id) => `${base}/${id}`} />
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
