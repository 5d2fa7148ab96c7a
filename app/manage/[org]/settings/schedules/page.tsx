import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pageCaller } from "@/app/page-caller";
import { SettingsHeader } from "@/components/organization/settings-header";
import { ScheduleList } from "@/components/platform/schedules/schedule-list";
import { ScheduleParts } from "@/components/platform/schedules/schedule-parts";
import { listJobRuns } from "@/lib/domain/platform/jobs";
import { listSchedules, updateSchedule } from "@/lib/domain/platform/schedules";
import { mayUse } from "@/lib/kernel/operation";

export const metadata: Metadata = { title: "Schedules" };

type Props = { params: Promise<{ org: string }> };

export default async function SchedulesPage({ params }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  const { organization, permissions } = caller;
  if (!organization || !permissions.has("jobs.read")) notFound();
  const { data: schedules } = await listSchedules(caller, {});
  return (
    <>
      <SettingsHeader organization={org} current="/schedules" mayUse={(contract) => mayUse(caller, contract)} />
      <ScheduleParts organization={org} current="" mayReadJobs={mayUse(caller, listJobRuns.contract)} />
      <p className="max-w-170 px-gutter pt-3 text-ink-2">
        Each schedule runs once a day or once a week at this time, in the time zone of each location.
      </p>
      <ScheduleList
        organization={org}
        schedules={schedules}
        localeContext={{ locale: organization.locale, now: caller.clock.now().toString() }}
        mayChange={mayUse(caller, updateSchedule.contract)}
      />
    </>
  );
}
