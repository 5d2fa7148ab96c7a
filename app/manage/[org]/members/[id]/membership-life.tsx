import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { CollectedBy } from "@/components/gateways/subscriptions/collected-by";
import type { Membership } from "@/components/members/member";
import { MembershipSentence } from "@/components/members/membership-sentence";
import { isRenewable, type MembershipRights } from "@/components/memberships/available-actions";
import { ComingList } from "@/components/memberships/coming-list";
import { MembershipStatusBadge } from "@/components/memberships/membership-list";
import { MembershipMenu } from "@/components/memberships/membership-menu";
import { NextBill } from "@/components/memberships/next-bill";
import { PastList } from "@/components/memberships/past-list";
import type { Plan } from "@/components/memberships/plans/plan-form";
import { priceUnit } from "@/components/memberships/plans/wording";
import { Relations } from "@/components/memberships/relations";
import { RenewButton } from "@/components/memberships/renew-button";
import { TermStrip } from "@/components/memberships/term-strip";
import { Pagination } from "@/components/ui/controls/pagination";
import { Section } from "@/components/ui/data/section";
import { type LocaleContext, todayAt } from "@/lib/client/format";
import { getSubscriptionOptions } from "@/lib/domain/gateways/subscriptions";
import { getTimeline } from "@/lib/domain/memberships";
import { mayUse } from "@/lib/kernel/operation";
import { addDays } from "@/lib/values/calendar-day";
import { lastDay } from "@/lib/values/membership-rules/term";
import { formatMoney } from "@/lib/values/money";

type LifeProps = {
  org: string;
  membership: Membership;
  /** Plans on sale. */
  plans: readonly Plan[];
  rights: MembershipRights;
  localeContext: LocaleContext;
  cursor: string | undefined;
  /** The plan names of the member's memberships, by their ids. */
  names: ReadonlyMap<string, string>;
};

const pageSize = 20;
/** How long before its end a renewal is offered. */
const renewsWithin = 30;

/** One membership: what comes and what happened, each with its reason. */
export async function MembershipLife(props: LifeProps) {
  const { org, membership, plans, rights, localeContext, cursor, names } = props;
  const caller = await pageCaller(org);
  const timeline = await orNotFound(
    getTimeline(caller, { id: membership.id, limit: pageSize, ...(cursor && { cursor }) }),
  );
  const options = mayUse(caller, getSubscriptionOptions.contract)
    ? await orNotFound(getSubscriptionOptions(caller, { id: membership.id }))
    : null;
  const reader = { locale: localeContext.locale, today: todayAt(localeContext) };
  const last_on = lastDay(membership);
  const base = `/manage/${org}`;
  const self = `${base}/members/${membership.member_id}?${new URLSearchParams({ tab: "memberships", membership: membership.id })}`;
  const offers_renewal =
    rights.renew && isRenewable(membership) && last_on !== null && last_on <= addDays(reader.today, renewsWithin);
  const next = timeline.coming.find(({ bill }) => bill !== null);
  return (
    <>
      <Section
        title={membership.plan_name}
        meta={
          <>
            <MembershipStatusBadge membership={membership} />
            <span className="text-ink-3">
              {formatMoney(membership.price_minor, membership.currency, localeContext.locale)} {priceUnit(membership)}
            </span>
          </>
        }
        action={
          <>
            {offers_renewal ? (
              <RenewButton
                organization={org}
                membership={membership}
                plan={plans.find(({ id }) => id === membership.plan_id) ?? null}
                reader={reader}
                rights={rights}
              />
            ) : null}
            <MembershipMenu organization={org} membership={membership} reader={reader} plans={plans} rights={rights} />
          </>
        }
      >
        {membership.status === "active" && membership.overdue_since_on === null && next ? (
          <NextBill next={next} membership={membership} past={timeline.data} reader={reader} />
        ) : (
          <MembershipSentence membership={membership} localeContext={localeContext} />
        )}
        {timeline.strip ? <TermStrip strip={timeline.strip} last_on={last_on} reader={reader} /> : null}
        <Relations membership={membership} names={names} base={base} />
      </Section>
      {cursor || !options ? null : (
        <CollectedBy
          organization={org}
          membership_id={membership.id}
          options={options}
          mayChange={caller.permissions.has("payments.record")}
          localeContext={localeContext}
        />
      )}
      {cursor ? null : (
        <Section title="What comes">
          <ComingList timeline={timeline} reader={reader} />
        </Section>
      )}
      <Section title="What happened">
        <PastList timeline={timeline} localeContext={localeContext} invoicesHref={`${base}/invoices`} />
      </Section>
      {timeline.next_cursor || cursor ? (
        <Pagination
          className="px-gutter"
          summary={`${timeline.data.length} ${timeline.data.length === 1 ? "entry" : "entries, newest first"}`}
          nextHref={timeline.next_cursor ? `${self}&${new URLSearchParams({ cursor: timeline.next_cursor })}` : null}
          firstHref={cursor ? self : null}
        />
      ) : null}
    </>
  );
}
