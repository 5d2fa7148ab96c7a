import {
  Banknote,
  BookOpen,
  CalendarX2,
  ChartColumnStacked,
  ClipboardList,
  CreditCard,
  DoorOpen,
  Landmark,
  LayoutDashboard,
  type LucideIcon,
  MessageSquare,
  ReceiptText,
  Scale,
  ScrollText,
  Ticket,
  TicketPercent,
  Users,
  Wallet,
} from "lucide-react";
import type { NavigationIcon as Name } from "@/lib/values/navigation";

const icons: Record<Name, LucideIcon> = {
  dashboard: LayoutDashboard,
  members: Users,
  "check-ins": DoorOpen,
  closures: CalendarX2,
  coupons: TicketPercent,
  dunning: CreditCard,
  forecast: ChartColumnStacked,
  payments: Banknote,
  disputes: Scale,
  payouts: Landmark,
  plans: Ticket,
  staff: ClipboardList,
  till: Wallet,
  messages: MessageSquare,
  activity: ScrollText,
  invoices: ReceiptText,
  ledger: BookOpen,
};

export function NavigationIcon({ name }: { name: Name }) {
  const Icon = icons[name];
  return <Icon aria-hidden="true" />;
}
