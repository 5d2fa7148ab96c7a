import { hoursText } from "@/components/organization/hours-text";
import { Link } from "@/components/ui/controls/link";
import { NumberLink } from "@/components/ui/controls/number-link";
import { Badge } from "@/components/ui/data/badge";
import { type Column, DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import { formatCount } from "@/lib/client/format";
import { counted } from "@/lib/values/counted";
import { formatMoney } from "@/lib/values/money";
import type { Plan } from "./plan-form";
import { PlanMenu } from "./plan-menu";
import { intervalText, kindNames, priceUnit } from "./wording";

interface PlansTableProps {
  organization: string;
  plans: readonly Plan[];
  locale: string;
  locationNames: ReadonlyMap<string, string>;
  can_edit: boolean;
  membersHref: (plan_id: string) => string;
  editHref: (plan_id: string) => string;
}

export function PlansTable({
  organization,
  plans,
  locale,
  locationNames,
  can_edit,
  membersHref,
  editHref,
}: PlansTableProps) {
  const price = (plan: Plan) =>
    plan.price_minor === 0 ? "Free" : `${formatMoney(plan.price_minor, plan.currency, locale)}`;
  const access = (plan: Plan) =>
    [locationsText(plan, locationNames), plan.access_hours ? hoursText(plan.access_hours, locale) : null]
      .filter(Boolean)
      .join(" · ");
  const columns: Column<Plan>[] = [
    {
      key: "name",
      header: "Plan",
      cell: (plan) =>
        can_edit ? (
          <Link href={editHref(plan.id)} scroll={false} className="ui-table-link">
            {plan.name}
          </Link>
        ) : (
          <span className="font-medium text-ink">{plan.name}</span>
        ),
    },
    { key: "kind", header: "Type", cell: (plan) => <KindBadge plan={plan} /> },
    {
      key: "price",
      header: "Price",
      align: "end",
      cell: (plan) => (
        <>
          <span className="font-medium text-ink">{price(plan)}</span>{" "}
          <span className="text-ink-3">{priceUnit(plan)}</span>
        </>
      ),
    },
    {
      key: "fee",
      header: "Joining fee",
      align: "end",
      className: "max-lg:hidden",
      cell: (plan) => (plan.joining_fee_minor > 0 ? formatMoney(plan.joining_fee_minor, plan.currency, locale) : "—"),
    },
    { key: "access", header: "Access", wrap: true, className: "max-xl:hidden", cell: access },
    {
      key: "members",
      header: "Members",
      align: "end",
      cell: (plan) =>
        plan.current_memberships ? (
          <NumberLink
            href={membersHref(plan.id)}
            label={`${counted(plan.current_memberships, "member")} on ${plan.name}`}
          >
            {formatCount(plan.current_memberships, locale)}
          </NumberLink>
        ) : (
          "—"
        ),
    },
  ];
  if (can_edit) {
    columns.push({
      key: "menu",
      header: <span className="sr-only">Actions</span>,
      align: "end",
      className: "w-12",
      cell: (plan) => (
        <PlanMenu
          organization={organization}
          plan={plan}
          editHref={editHref(plan.id)}
          pricesHref={`/manage/${organization}/plans/${plan.id}/prices`}
        />
      ),
    });
  }
  return (
    <DataTable
      label="Plans"
      edge
      columns={columns}
      rows={plans}
      rowKey={({ id }) => id}
      phone={(plan) => (
        <PhoneRow
          title={plan.name}
          href={can_edit ? editHref(plan.id) : undefined}
          subtitle={`${price(plan)} ${priceUnit(plan)}`}
          status={<KindBadge plan={plan} />}
          fact={
            plan.current_memberships ? `${counted(plan.current_memberships, "member", "members", locale)}` : undefined
          }
        />
      )}
    />
  );
}

function KindBadge({ plan }: { plan: Plan }) {
  return (
    <Badge tone={plan.kind === "trial" ? "note" : "plain"}>
      {plan.kind === "fixed_term" ? intervalText(plan) : kindNames[plan.kind]}
    </Badge>
  );
}

function locationsText({ location_ids }: Plan, names: ReadonlyMap<string, string>): string {
  if (location_ids.length === 0) return names.size > 1 ? "All locations" : "Any time";
  return location_ids.map((id) => names.get(id) ?? "Archived location").join(", ");
}
