import { StatusBadge } from "@/components/gym/status-badge";
import { Link } from "@/components/ui/controls/link";
import { Badge } from "@/components/ui/data/badge";
import { Row, RowList } from "@/components/ui/data/row-list";
import { formatShortDate } from "@/lib/client/format-short-date";
import { counted } from "@/lib/values/counted";
import { formatMoney } from "@/lib/values/money";
import type { MembershipRights } from "./available-actions";
import type { Membership } from "./membership";
import { MembershipMenu } from "./membership-menu";
import type { Plan } from "./plans/plan-form";
import { type DateContext, priceUnit } from "./plans/wording";
import { comingText, nextEventText } from "./wording";

interface MembershipListProps {
  organization: string;
  memberships: readonly Membership[];
  /** The one whose time line is shown below. */
  shown: string;
  hrefOf: (id: string) => string;
  reader: DateContext;
  /** Plans on sale. */
  plans: readonly Plan[];
  rights: MembershipRights;
}

/** The memberships of a member, current ones first. */
export function MembershipList(props: MembershipListProps) {
  const { organization, memberships, shown, hrefOf, reader, plans, rights } = props;
  const over = ({ status }: Membership) => Number(status === "cancelled" || status === "expired");
  return (
    <RowList label="Memberships">
      {memberships
        .toSorted((a, b) => over(a) - over(b))
        .map((membership) => (
          <Row
            key={membership.id}
            title={
              <span className="flex flex-wrap items-center gap-2">
                <Link href={hrefOf(membership.id)} aria-current={membership.id === shown ? "true" : undefined}>
                  {membership.plan_name}
                </Link>
                <MembershipStatusBadge membership={membership} />
              </span>
            }
            subtitle={subtitle(membership, reader)}
            end={
              <span className="ml-auto flex items-center gap-3">
                <span className="text-right whitespace-nowrap max-md:hidden">
                  <b className="font-medium text-ink">
                    {formatMoney(membership.price_minor, membership.currency, reader.locale)}
                  </b>{" "}
                  <span className="text-ink-3">{priceUnit(membership)}</span>
                </span>
                <MembershipMenu
                  organization={organization}
                  membership={membership}
                  reader={reader}
                  plans={plans}
                  rights={rights}
                />
              </span>
            }
          />
        ))}
    </RowList>
  );
}

export function MembershipStatusBadge({ membership }: { membership: Membership }) {
  const { status, kind, overdue_minor } = membership;
  if (status === "pending") return <Badge tone="note">Not started</Badge>;
  if (status === "active" && overdue_minor > 0) return <StatusBadge status="overdue" />;
  return <StatusBadge status={status === "active" && kind === "trial" ? "trial" : status} />;
}

function subtitle(membership: Membership, reader: DateContext): string {
  const { sessions_included, sessions_used, starts_on } = membership;
  const left =
    sessions_included === null
      ? []
      : [`${sessions_included - sessions_used} of ${counted(sessions_included, "visit")} left`];
  return [
    nextEventText(membership, reader),
    ...comingText(membership, reader),
    ...left,
    `since ${formatShortDate(starts_on, reader.today, reader.locale)}`,
  ].join(" · ");
}
