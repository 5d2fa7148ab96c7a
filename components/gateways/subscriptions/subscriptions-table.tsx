import { TextLink } from "@/components/ui/controls/text-link";
import { Badge, type BadgeTone } from "@/components/ui/data/badge";
import { type Column, DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatDay, type LocaleContext } from "@/lib/client/format";
import type { Output } from "@/lib/contracts/contract";
import type { listSubscriptions } from "@/lib/contracts/gateways/gateway-subscriptions";
import { dayAt } from "@/lib/values/calendar-day";
import type { SubscriptionStatus } from "@/lib/values/gateways";
import { formatMoney } from "@/lib/values/money";

type Subscription = Output<typeof listSubscriptions>["data"][number];

export const subscriptionStatusWords: Record<SubscriptionStatus, string> = {
  reserved: "Starting",
  requires_action: "Waits for payer",
  active: "Active",
  overdue: "Bill unpaid",
  paused: "Paused",
  canceled: "Ended",
  failed: "Not started",
};

const tones: Record<SubscriptionStatus, BadgeTone> = {
  reserved: "note",
  requires_action: "warn",
  active: "good",
  overdue: "bad",
  paused: "note",
  canceled: "mute",
  failed: "bad",
};

interface SubscriptionsTableProps {
  subscriptions: readonly Subscription[];
  localeContextOf: (location_id: string) => LocaleContext;
  membershipHref: (subscription: Subscription) => string;
}

/** The memberships that gateways bill. Each leads to its membership. */
export function SubscriptionsTable({ subscriptions, localeContextOf, membershipHref }: SubscriptionsTableProps) {
  const money = (one: Subscription) =>
    formatMoney(one.amount_minor, one.currency, localeContextOf(one.location_id).locale);
  const next = (one: Subscription): string => {
    if (one.ended_at !== null) return "None";
    const context = localeContextOf(one.location_id);
    const day = formatDay(one.next_bill_at ? dayAt(one.next_bill_at, context.time_zone) : one.first_on, context);
    return one.is_ending ? `Ends ${day}` : day;
  };
  const columns: Column<Subscription>[] = [
    {
      key: "payer",
      header: "Payer",
      cell: (one) => <TextLink href={membershipHref(one)}>{one.payer_name}</TextLink>,
    },
    { key: "name", header: "Membership", cell: ({ name }) => name },
    {
      key: "with",
      header: "With",
      className: "max-lg:hidden",
      cell: ({ method_label }) => method_label ?? "At the gateway",
    },
    { key: "state", header: "State", cell: (one) => <SubscriptionState status={one.status} /> },
    {
      key: "why",
      header: "Why",
      className: "max-lg:hidden",
      cell: ({ failure, last_bill }) => <span className="text-ink-2">{failure ?? last_bill?.failure}</span>,
    },
    { key: "next", header: "Next bill", cell: next },
    { key: "amount", header: "Amount", align: "end", cell: money },
  ];
  return (
    <DataTable
      label="Subscriptions"
      density="dense"
      edge
      columns={columns}
      rows={subscriptions}
      rowKey={({ id }) => id}
      phone={(one) => (
        <PhoneRow
          title={one.payer_name}
          href={membershipHref(one)}
          subtitle={`${one.name}, next bill: ${next(one)}`}
          status={<b>{money(one)}</b>}
          fact={<SubscriptionState status={one.status} />}
        />
      )}
    />
  );
}

const SubscriptionState = ({ status }: { status: SubscriptionStatus }) => (
  <Badge tone={tones[status]}>{subscriptionStatusWords[status]}</Badge>
);
