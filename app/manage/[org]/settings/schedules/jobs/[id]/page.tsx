import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { JobDetails } from "@/components/platform/jobs/job-details";
import { Breadcrumb } from "@/components/ui/data/breadcrumb";
import { PageHeader } from "@/components/ui/data/page-header";
import type { LocaleContext } from "@/lib/client/format";
import { zoneOf } from "@/lib/client/zones";
import { listLocations } from "@/lib/domain/organization/locations";
import { getJobRun } from "@/lib/domain/platform/jobs";
import { mayUse } from "@/lib/kernel/operation";

export const metadata: Metadata = { title: "Job" };

type Props = { params: Promise<{ org: string; id: string }> };

export default async function JobPage({ params }: Props) {
  const { org, id } = await params;
  const caller = await pageCaller(org);
  if (!caller.organization || !mayUse(caller, getJobRun.contract)) notFound();
  const [run, { data: locations }] = await Promise.all([
    orNotFound(getJobRun(caller, { id })),
    listLocations(caller, {}),
  ]);
  const localeContext: LocaleContext = {
    locale: caller.organization.locale,
    ...zoneOf(locations),
    now: caller.clock.now().toString(),
  };
  const jobs = `/manage/${org}/settings/schedules/jobs`;
  return (
    <>
      <PageHeader
        title={run.function_name}
        breadcrumb={<Breadcrumb items={[{ label: "Jobs", href: jobs }, { label: run.function_name }]} />}
      />
      <JobDetails run={run} localeContext={localeContext} runHref={(other) => `${jobs}/${other}`} />
    </>
  );
}
