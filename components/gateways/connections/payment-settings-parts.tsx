import { SettingsParts } from "@/components/organization/settings-parts";

interface PaymentSettingsPartsProps {
  organization: string;
  current: "" | "/events" | "/sandbox";
  /** Events that wait for a person; null where the page does not know. */
  quarantined?: number | null;
}

/** The pages about payment gateways. */
export function PaymentSettingsParts({ organization, current, quarantined }: PaymentSettingsPartsProps) {
  return (
    <SettingsParts
      label="Payments"
      base={`/manage/${organization}/settings/payments`}
      current={current}
      parts={[
        { label: "Gateways", path: "" },
        { label: quarantined ? `Events (${quarantined})` : "Events", path: "/events" },
        { label: "Sandbox", path: "/sandbox" },
      ]}
    />
  );
}
