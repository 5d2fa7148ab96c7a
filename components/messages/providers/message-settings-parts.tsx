import { SettingsParts } from "@/components/organization/settings-parts";

const parts = [
  { label: "Providers", path: "" },
  { label: "Automatic messages", path: "/rules" },
  { label: "Templates", path: "/texts" },
] as const;

interface MessageSettingsPartsProps {
  organization: string;
  current: (typeof parts)[number]["path"];
}

export function MessageSettingsParts({ organization, current }: MessageSettingsPartsProps) {
  return (
    <SettingsParts
      label="Messages"
      base={`/manage/${organization}/settings/messages`}
      current={current}
      parts={parts}
    />
  );
}
