import { SegmentedLinks } from "@/components/ui/controls/segmented-links";

interface SettingsPartsProps {
  label: string;
  base: string;
  current: string;
  parts: readonly { label: string; path: string }[];
}

/** Links between the pages of one settings tab. */
export function SettingsParts({ label, base, current, parts }: SettingsPartsProps) {
  return (
    <div className="overflow-x-auto px-gutter pt-4 pb-1">
      <SegmentedLinks
        label={label}
        current={`${base}${current}`}
        items={parts.map(({ label: name, path }) => ({ label: name, href: `${base}${path}` }))}
      />
    </div>
  );
}
