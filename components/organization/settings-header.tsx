import { TabLinks } from "@/components/ui/controls/tab-links";
import { PageHeader } from "@/components/ui/data/page-header";
import { listLegalEntities } from "@/lib/contracts/billing/legal-entities";
import type { Contract } from "@/lib/contracts/contract";
import { listGateways } from "@/lib/contracts/gateways/payment-gateways";
import { listImports } from "@/lib/contracts/imports/imports";
import { listProviders } from "@/lib/contracts/messages/notification-providers";
import { updateLocation } from "@/lib/contracts/organization/locations";
import { updateOrganization } from "@/lib/contracts/organization/organizations";
import { listSchedules } from "@/lib/contracts/platform/schedules";
import { listSupportGrants } from "@/lib/contracts/platform/support-grants";

interface SettingsHeaderProps {
  organization: string;
  current:
    | ""
    | "/locations"
    | "/billing"
    | "/payments"
    | "/policies"
    | "/messages"
    | "/schedules"
    | "/import"
    | "/support";
  mayUse: (contract: Contract) => boolean;
  actions?: React.ReactNode;
}

const tabs: { label: string; path: SettingsHeaderProps["current"]; needs: Contract }[] = [
  { label: "Gym", path: "", needs: updateOrganization },
  { label: "Locations", path: "/locations", needs: updateLocation },
  { label: "Billing", path: "/billing", needs: listLegalEntities },
  { label: "Payments", path: "/payments", needs: listGateways },
  { label: "Policies", path: "/policies", needs: updateOrganization },
  { label: "Messages", path: "/messages", needs: listProviders },
  { label: "Schedules", path: "/schedules", needs: listSchedules },
  { label: "Import", path: "/import", needs: listImports },
  { label: "Support access", path: "/support", needs: listSupportGrants },
];

export function SettingsHeader({ organization, current, mayUse, actions }: SettingsHeaderProps) {
  const base = `/manage/${organization}/settings`;
  return (
    <>
      <PageHeader title="Settings" actions={actions} />
      <TabLinks
        label="Settings"
        className="px-gutter"
        current={`${base}${current}`}
        items={tabs.filter(({ needs }) => mayUse(needs)).map(({ label, path }) => ({ label, href: `${base}${path}` }))}
      />
    </>
  );
}
