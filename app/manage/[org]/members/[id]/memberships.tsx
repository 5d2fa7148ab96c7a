import { pageCaller } from "@/app/page-caller";
import type { Member, Membership } from "@/components/members/member";
import { MembershipList } from "@/components/memberships/membership-list";
import type { Plan } from "@/components/memberships/plans/plan-form";
import { EmptyState } from "@/components/ui/data/empty-state";
import { type LocaleContext, todayAt } from "@/lib/client/format";
import type { Permission } from "@/lib/values/permissions";

type MembershipsProps = {
  org: string;
  member: Member;
  memberships: readonly Membership[];
  /** Plans on sale. */
  plans: readonly Plan[];
  localeContext: LocaleContext;
};

export async function Memberships({ org, member, memberships, plans, localeContext }: MembershipsProps) {
  const { permissions } = await pageCaller(org);
  if (memberships.length === 0) {
    return (
      <EmptyState title="No membership yet">
        Memberships that you sell to {member.first_name} appear here with their dates, price and status.
      </EmptyState>
    );
  }
  const may = (permission: Permission) => permissions.has(permission) && !member.archived_at;
  return (
    <div className="px-gutter">
      <MembershipList
        organization={org}
        memberships={memberships}
        reader={{ locale: localeContext.locale, today: todayAt(localeContext) }}
        plans={plans}
        rights={{
          cancel: may("memberships.cancel"),
          move: may("memberships.sell"),
          freeze: may("memberships.freeze"),
          change_plan: may("memberships.change_plan"),
          override: may("memberships.override"),
          backdate: may("memberships.backdate"),
        }}
      />
    </div>
  );
}
