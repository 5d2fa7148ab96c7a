import { SettingsHeader } from "@/components/organization/settings-header";
import { SettingsParts } from "@/components/organization/settings-parts";
import type { Contract } from "@/lib/contracts/contract";

interface BillingSettingsHeaderProps {
  organization: string;
  current: "" | "/companies";
  mayUse: (contract: Contract) => boolean;
  actions?: React.ReactNode;
}

export function BillingSettingsHeader({ organization, current, mayUse, actions }: BillingSettingsHeaderProps) {
  const base = `/manage/${organization}/settings/billing`;
  return (
    <>
      <SettingsHeader organization={organization} current="/billing" mayUse={mayUse} actions={actions} />
      <SettingsParts
        label="Billing settings"
        base={base}
        current={current}
        parts={[
          { label: "Legal entities and taxes", path: "" },
          { label: "Companies", path: "/companies" },
        ]}
      />
    </>
  );
}
