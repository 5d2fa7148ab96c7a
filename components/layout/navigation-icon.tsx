import {
  BookOpen,
  ClipboardList,
  LayoutDashboard,
  type LucideIcon,
  MessageSquare,
  ReceiptText,
  ScanLine,
  ScrollText,
  Ticket,
  TicketPercent,
  Upload,
  Users,
} from "lucide-react";
import type { NavigationIcon as Name } from "@/lib/values/navigation";

const icons: Record<Name, LucideIcon> = {
  dashboard: LayoutDashboard,
  members: Users,
  "check-ins": ScanLine,
  coupons: TicketPercent,
  plans: Ticket,
  staff: ClipboardList,
  messages: MessageSquare,
  activity: ScrollText,
  import: Upload,
  invoices: ReceiptText,
  ledger: BookOpen,
};

export function NavigationIcon({ name }: { name: Name }) {
  const Icon = icons[name];
  return <Icon aria-hidden="true" />;
}
