import {
  Banknote,
  ClipboardList,
  LayoutDashboard,
  type LucideIcon,
  MessageSquare,
  ScanLine,
  ScrollText,
  Ticket,
  Upload,
  Users,
  Wallet,
} from "lucide-react";
import type { NavigationIcon as Name } from "@/lib/values/navigation";

const icons: Record<Name, LucideIcon> = {
  dashboard: LayoutDashboard,
  members: Users,
  "check-ins": ScanLine,
  payments: Banknote,
  plans: Ticket,
  staff: ClipboardList,
  till: Wallet,
  messages: MessageSquare,
  activity: ScrollText,
  import: Upload,
};

export function NavigationIcon({ name }: { name: Name }) {
  const Icon = icons[name];
  return <Icon aria-hidden="true" />;
}
