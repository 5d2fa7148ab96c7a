import {
  ClipboardList,
  LayoutDashboard,
  MessageSquare,
  MonitorSmartphone,
  ScanLine,
  ScrollText,
  Settings,
  Ticket,
  Upload,
  Users,
} from "lucide-react";
import type { Permission } from "@/lib/values/permissions";
import type { BottomBarItem } from "./bottom-bar";
import type { NavigationItem } from "./navigation";

type GuardedItem = NavigationItem & { needs: Permission };

const visible = (items: GuardedItem[], permissions: ReadonlySet<Permission>): NavigationItem[] =>
  items.filter(({ needs }) => permissions.has(needs)).map(({ needs: _, ...item }) => item);

const icon = (Icon: typeof Users) => <Icon aria-hidden="true" />;

export function mainNavigation(org: string, permissions: ReadonlySet<Permission>): NavigationItem[] {
  const base = `/manage/${org}`;
  return visible(
    [
      { label: "Dashboard", href: base, exact: true, icon: icon(LayoutDashboard), needs: "statistics.read" },
      { label: "Members", href: `${base}/members`, icon: icon(Users), needs: "members.read" },
      { label: "Check-ins", href: `${base}/check-ins`, icon: icon(ScanLine), needs: "check_ins.read" },
      { label: "Plans & prices", href: `${base}/plans`, icon: icon(Ticket), group: "Money", needs: "plans.read" },
      { label: "Staff", href: `${base}/staff`, icon: icon(ClipboardList), group: "Team", needs: "staff.read" },
      {
        label: "Messages",
        href: `${base}/messages`,
        icon: icon(MessageSquare),
        group: "Team",
        needs: "messages.read",
      },
      { label: "Activity", href: `${base}/activity`, icon: icon(ScrollText), group: "Team", needs: "audit.read" },
      { label: "Import", href: `${base}/import`, icon: icon(Upload), group: "Team", needs: "members.import" },
    ],
    permissions,
  );
}

export function footNavigation(org: string, permissions: ReadonlySet<Permission>): NavigationItem[] {
  return visible(
    [
      { label: "Open front desk", href: `/desk/${org}`, icon: icon(MonitorSmartphone), needs: "check_ins.create" },
      { label: "Settings", href: `/manage/${org}/settings`, icon: icon(Settings), needs: "locations.write" },
    ],
    permissions,
  );
}

export function phoneNavigation(org: string, permissions: ReadonlySet<Permission>): BottomBarItem[] {
  const shown = new Set(["Dashboard", "Members", "Check-ins"]);
  const items: BottomBarItem[] = mainNavigation(org, permissions).filter(({ label }) => shown.has(label));
  if (permissions.has("check_ins.create")) {
    items.splice(2, 0, { label: "Check in", href: `/desk/${org}`, icon: icon(ScanLine), lead: true });
  }
  return items;
}
