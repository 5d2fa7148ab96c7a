import { pageCaller } from "@/app/page-caller";
import type { Member, Membership } from "@/components/members/member";
import { MembershipList } from "@/components/memberships/membership-list";
import { EmptyState } from "@/components/ui/data/empty-state";
import { type LocaleContext, todayAt } from "@/lib/client/format";

type MembershipsProps = {
  org: string;
  member: Member;
  memberships: readonly Membership[];
  localeContext: LocaleContext;
};

export async function Memberships({ org, member, memberships, localeContext }: MembershipsProps) {
  const { permissions } = await pageCaller(org);
  if (memberships.length === 0) {
    return (
      <EmptyState title="No membership yet">
        Memberships that you sell to {member.first_name} appear here with their dates, price and status.
      </EmptyState>
    );
  }
  return (
    <div className="px-gutter">
      <MembershipList
        organization={org}
        memberships={memberships}
        reader={{ locale: localeContext.locale, today: todayAt(localeContext) }}
        can_cancel={permissions.has("memberships.cancel") && !member.archived_at}
        can_move={permissions.has("memberships.sell") && !member.archived_at}
      />
    </div>
  );
}
