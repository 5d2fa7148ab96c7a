import { Link } from "@/components/ui/controls/link";
import { Badge } from "@/components/ui/data/badge";
import { type Column, DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatCount } from "@/lib/client/format";
import { formatShortDate } from "@/lib/client/format-short-date";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { type Coupon, type CouponState, lastsText, stateOf, valueText } from "./coupon";

interface CouponsTableProps {
  coupons: readonly Coupon[];
  reader: { locale: string; today: CalendarDay };
  planNames: ReadonlyMap<string, string>;
  editHref: ((id: string) => string) | null;
}

const stateNames: Record<CouponState, string> = {
  active: "Active",
  scheduled: "Scheduled",
  expired: "Expired",
  used_up: "Used up",
  archived: "Archived",
};

export function CouponsTable({ coupons, reader, planNames, editHref }: CouponsTableProps) {
  const { locale, today } = reader;
  const day = (on: CalendarDay) => formatShortDate(on, today, locale);
  const discount = (coupon: Coupon) => `${valueText(coupon, locale)} off ${lastsText(coupon, day)}`;
  const uses = ({ uses, max_uses }: Coupon) =>
    max_uses === null ? formatCount(uses, locale) : `${formatCount(uses, locale)} of ${formatCount(max_uses, locale)}`;
  const state = (coupon: Coupon) => <StateBadge state={stateOf(coupon, today)} />;
  const plans = ({ plan_ids }: Coupon) =>
    plan_ids.length === 0 ? "Every plan" : plan_ids.map((id) => planNames.get(id) ?? "Archived plan").join(", ");
  const columns: Column<Coupon>[] = [
    {
      key: "code",
      header: "Code",
      cell: (coupon) =>
        editHref ? (
          <Link href={editHref(coupon.id)} scroll={false} className="ui-table-link">
            {coupon.code}
          </Link>
        ) : (
          <span className="font-medium text-ink">{coupon.code}</span>
        ),
    },
    { key: "name", header: "Name", cell: ({ name }) => name },
    { key: "discount", header: "Discount", wrap: true, cell: discount },
    { key: "plans", header: "Plans", wrap: true, className: "max-xl:hidden", cell: plans },
    { key: "valid", header: "Can be used", className: "max-lg:hidden", cell: (coupon) => validText(coupon, day) },
    { key: "uses", header: "Used", align: "end", cell: uses },
    { key: "state", header: "Status", cell: state },
  ];
  return (
    <DataTable
      label="Coupons"
      edge
      columns={columns}
      rows={coupons}
      rowKey={({ id }) => id}
      phone={(coupon) => (
        <PhoneRow
          title={coupon.code}
          href={editHref?.(coupon.id)}
          subtitle={discount(coupon)}
          status={state(coupon)}
          fact={`Used ${uses(coupon)}`}
        />
      )}
    />
  );
}

function validText({ valid_from_on, valid_to_on }: Coupon, day: (on: CalendarDay) => string): string {
  if (valid_from_on && valid_to_on) return `${day(valid_from_on)} – ${day(valid_to_on)}`;
  if (valid_from_on) return `From ${day(valid_from_on)}`;
  return valid_to_on ? `Until ${day(valid_to_on)}` : "Always";
}

function StateBadge({ state }: { state: CouponState }) {
  return (
    <Badge tone={state === "active" ? "good" : state === "scheduled" ? "note" : "plain"}>{stateNames[state]}</Badge>
  );
}
