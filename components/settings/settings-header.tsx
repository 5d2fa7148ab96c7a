import { PageHeader } from "@/components/ui/page-header";
import { TabLinks } from "@/components/ui/tab-links";
import type { Permission } from "@/lib/values/permissions";

interface SettingsHeaderProps {
  organization: string;
  current: "" | "/locations" | "/policies" | "/messages" | "/schedules" | "/support";
  permissions: ReadonlySet<Permission>;
  actions?: React.ReactNode;
}

const places: { label: string; path: SettingsHeaderProps["current"]; needs: Permission }[] = [
  { label: "Organization", path: "", needs: "organizations.update" },
  { label: "Locations", path: "/locations", needs: "locations.write" },
  { label: "Policies", path: "/policies", needs: "organizations.update" },
  { label: "Messages", path: "/messages", needs: "messages.configure" },
  { label: "Schedules", path: "/schedules", needs: "jobs.read" },
  { label: "Support access", path: "/support", needs: "audit.read" },
];

export function SettingsHeader({ organization, current, permissions, actions }: SettingsHeaderProps) {
  const base = `/manage/${organization}/settings`;
  return (
    <>
      <PageHeader title="Settings" actions={actions} />
      <TabLinks
        label="Settings"
        className="px-gutter"
        current={`${base}${current}`}
        items={places
          .filter(({ needs }) => permissions.has(needs))
          .map(({ label, path }) => ({ label, href: `${base}${path}` }))}
      />
    </>
  );
}
