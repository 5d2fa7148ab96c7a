import { SettingsParts } from "@/components/organization/settings-parts";

const parts = [
  { label: "Schedules", path: "" },
  { label: "Runs", path: "/runs" },
  { label: "Jobs", path: "/jobs" },
] as const;

interface SchedulePartsProps {
  organization: string;
  current: (typeof parts)[number]["path"];
  mayReadJobs: boolean;
}

export function ScheduleParts({ organization, current, mayReadJobs }: SchedulePartsProps) {
  return (
    <SettingsParts
      label="Schedules"
      base={`/manage/${organization}/settings/schedules`}
      current={current}
      parts={mayReadJobs ? parts : parts.filter(({ path }) => path !== "/jobs")}
    />
  );
}
