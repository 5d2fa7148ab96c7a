import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { personCaller } from "@/app/page-caller";
import { JobDetails } from "@/components/platform/jobs/job-details";
import { RetryJobButton } from "@/components/platform/jobs/retry-job-button";
import { PlatformFrame } from "@/components/platform/platform-frame";
import { Breadcrumb } from "@/components/ui/data/breadcrumb";
import type { LocaleContext } from "@/lib/client/format";
import { getPlatformJobRun } from "@/lib/domain/platform/jobs";

export const metadata: Metadata = { title: "Job" };

type Props = { params: Promise<{ id: string }> };

export default async function PlatformJobPage({ params }: Props) {
  const { id } = await params;
  const caller = await personCaller();
  if (!caller.is_super_admin || caller.actor.type !== "user") notFound();
  const run = await orNotFound(getPlatformJobRun(caller, { id }));
  const localeContext: LocaleContext = { locale: "en", time_zone: "UTC", now: caller.clock.now().toString() };
  return (
    <PlatformFrame current="/platform/jobs">
      <div className="flex min-h-topbar items-center justify-between gap-3 px-gutter py-2">
        <Breadcrumb items={[{ label: "Jobs", href: "/platform/jobs" }, { label: run.function_name }]} />
        {run.state === "failed" ? <RetryJobButton id={id} /> : null}
      </div>
      <JobDetails run={run} localeContext={localeContext} runHref={(other) => `/platform/jobs/${other}`} />
    </PlatformFrame>
  );
}
