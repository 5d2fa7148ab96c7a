import { pageCaller } from "@/app/page-caller";
import type { Member, Membership } from "@/components/members/member";
import type { MembershipRights } from "@/components/memberships/available-actions";
import { MembershipList } from "@/components/memberships/membership-list";
import { PaysFor } from "@/components/memberships/pays-for";
import type { Plan } from "@/components/memberships/plans/plan-form";
import { EmptyState } from "@/components/ui/data/empty-state";
import { type LocaleContext, todayAt } from "@/lib/client/format";
import { listMemberships } from "@/lib/domain/memberships";
import type { Permission } from "@/lib/values/permissions";
import { MembershipLife } from "./membership-life";

type MembershipsProps = {
  org: string;
  member: Member;
  memberships: readonly Membership[];
  /** Plans on sale. */
  plans: readonly Plan[];
  localeContext: LocaleContext;
  /** The membership whose time line is shown; by default the first current one. */
  shown: string | undefined;
  cursor: string | undefined;
};

/** The memberships of a member, the time line of one of them, and those that the member pays for. */
export async function Memberships(props: MembershipsProps) {
  const { org, member, memberships, plans, localeContext, shown, cursor } = props;
  const caller = await pageCaller(org);
  const { data: paid } = await listMemberships(caller, { payer_member_id: member.id, limit: 50 });
  const base = `/manage/${org}/members`;
  const may = (permission: Permission) => caller.permissions.has(permission) && !member.archived_at;
  const rights: MembershipRights = {
    cancel: may("memberships.cancel"),
    move: may("memberships.sell"),
    freeze: may("memberships.freeze"),
    change_plan: may("memberships.change_plan"),
    override: may("memberships.override"),
    backdate: may("memberships.backdate"),
    renew: may("memberships.sell"),
    change_payer: may("memberships.change_payer"),
    transfer: may("memberships.transfer"),
    companies: may("invoices.write"),
  };
  const reader = { locale: localeContext.locale, today: todayAt(localeContext) };
  const selected = memberships.find(({ id }) => id === shown) ?? memberships.find(isCurrent) ?? memberships[0];
  return (
    <>
      {selected ? (
        <>
          {memberships.length > 1 ? (
            <div className="px-gutter">
              <MembershipList
                organization={org}
                memberships={memberships}
                shown={selected.id}
                hrefOf={(id) => `${base}/${member.id}?${new URLSearchParams({ tab: "memberships", membership: id })}`}
                reader={reader}
                plans={plans}
                rights={rights}
              />
            </div>
          ) : null}
          <MembershipLife
            key={selected.id}
            org={org}
            membership={selected}
            plans={plans}
            rights={rights}
            localeContext={localeContext}
            cursor={cursor}
            names={new Map(memberships.map(({ id, plan_name }) => [id, plan_name]))}
          />
        </>
      ) : (
        <EmptyState title="No membership yet">
          Memberships that you sell to {member.first_name} appear here with their dates, price and status.
        </EmptyState>
      )}
      <PaysFor
        name={member.first_name}
        memberships={paid}
        reader={reader}
        hrefOf={({ id, member_id }) =>
          `${base}/${member_id}?${new URLSearchParams({ tab: "memberships", membership: id })}`
        }
      />
    </>
  );
}

const isCurrent = ({ status }: Membership): boolean => status !== "cancelled" && status !== "expired";
