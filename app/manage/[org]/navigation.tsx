import { MonitorSmartphone, Plus, ScanLine, Settings } from "lucide-react";
import type { BottomBarItem } from "@/components/layout/bottom-bar";
import type { NavigationItem } from "@/components/layout/navigation";
import { NavigationIcon } from "@/components/layout/navigation-icon";
import { areas } from "@/lib/domain/areas";
import type { Permission } from "@/lib/values/permissions";

type OpenWork = { dunning?: number | undefined; disputes?: number | undefined; imports?: number | undefined };
type Permissions = ReadonlySet<Permission>;

const entries = areas.flatMap(({ navigation = [] }) => navigation).sort((a, b) => a.position - b.position);

/** The sidebar items: the navigation of every area, limited to the caller's permissions, with what waits behind it. */
export function mainItems(org: string, permissions: Permissions, work: OpenWork = {}): NavigationItem[] {
  const counts: Record<string, number | undefined> = {
    "/dunning": work.dunning,
    "/disputes": work.disputes,
    "/import": work.imports,
  };
  return entries
    .filter(({ permission }) => permissions.has(permission))
    .map((entry) => ({ ...itemOf(org, entry), ...(counts[entry.path] && { count: String(counts[entry.path]) }) }));
}

/** The items at the end of the sidebar. */
export function footItems(org: string, permissions: Permissions): NavigationItem[] {
  const desk = { label: "Open front desk", href: `/desk/${org}`, icon: <MonitorSmartphone aria-hidden="true" /> };
  const settings = { label: "Settings", href: `/manage/${org}/settings`, icon: <Settings aria-hidden="true" /> };
  return [
    ...(permissions.has("check_ins.create") ? [desk] : []),
    ...(permissions.has("locations.write") ? [settings] : []),
  ];
}

/** Part of the settings. The command palette names it as well. */
export const importPage = (org: string) => ({ label: "Import", href: `/manage/${org}/settings/import` });

export const openGymItem = (href: string): NavigationItem => ({
  label: "Create another gym",
  href,
  icon: <Plus aria-hidden="true" />,
});

/** The bottom bar of a phone: at most four items, with the check-in in the middle. */
export function phoneItems(org: string, permissions: Permissions): BottomBarItem[] {
  const items: BottomBarItem[] = entries
    .filter(({ on_phone, permission }) => on_phone && permissions.has(permission))
    .map((entry) => itemOf(org, entry));
  if (permissions.has("check_ins.create")) {
    items.splice(2, 0, {
      label: "Check in",
      href: `/desk/${org}`,
      icon: <ScanLine aria-hidden="true" />,
      lead: true,
    });
  }
  return items;
}

function itemOf(org: string, { label, path, icon, group, exact }: (typeof entries)[number]): NavigationItem {
  return {
    label,
    href: `/manage/${org}${path}`,
    icon: <NavigationIcon name={icon} />,
    ...(group && { group }),
    ...(exact && { exact }),
  };
}
