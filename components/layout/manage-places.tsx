import {
  ClipboardList,
  LayoutDashboard,
  MessageSquare,
  MonitorSmartphone,
  Plus,
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

type Place = NavigationItem & { needs: Permission };

const visible = (places: Place[], permissions: ReadonlySet<Permission>): NavigationItem[] =>
  places.filter((place) => permissions.has(place.needs)).map(({ needs: _, ...item }) => item);

const icon = (Icon: typeof Users) => <Icon aria-hidden="true" />;

export function managePlaces(org: string, permissions: ReadonlySet<Permission>): NavigationItem[] {
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

export function footPlaces(org: string, permissions: ReadonlySet<Permission>): NavigationItem[] {
  return visible(
    [
      { label: "Open front desk", href: `/desk/${org}`, icon: icon(MonitorSmartphone), needs: "check_ins.create" },
      { label: "Settings", href: `/manage/${org}/settings`, icon: icon(Settings), needs: "locations.write" },
    ],
    permissions,
  );
}

export const openGymPlace = (href: string): NavigationItem => ({ label: "Open another gym", href, icon: icon(Plus) });

export function phonePlaces(org: string, permissions: ReadonlySet<Permission>): BottomBarItem[] {
  const wanted = new Set(["Dashboard", "Members", "Check-ins"]);
  const places: BottomBarItem[] = managePlaces(org, permissions).filter((place) => wanted.has(place.label));
  if (permissions.has("check_ins.create")) {
    places.splice(2, 0, { label: "Check in", href: `/desk/${org}`, icon: icon(ScanLine), lead: true });
  }
  return places;
}
