import { pageCaller } from "@/app/page-caller";
import type { Member, Membership, Visit } from "@/components/members/member";
import { MembershipSentence } from "@/components/members/membership-sentence";
import { NotesSection } from "@/components/members/notes-section";
import { TermLine } from "@/components/members/term-line";
import { heatStart } from "@/components/members/visit-heat";
import { VisitsSection } from "@/components/members/visits-section";
import { MembershipStatusBadge } from "@/components/memberships/membership-list";
import { priceUnit } from "@/components/memberships/plans/wording";
import { TextLink } from "@/components/ui/controls/text-link";
import { Section } from "@/components/ui/data/section";
import { type LocaleContext, todayAt } from "@/lib/client/format";
import { listMemberCheckIns } from "@/lib/domain/access/check-ins";
import { listNotes } from "@/lib/domain/members";
import { type Currency, formatMoney } from "@/lib/values/money";

interface OverviewProps {
  org: string;
  member: Member;
  memberships: readonly Membership[];
  localeContext: LocaleContext;
  week_starts_on: number;
  visitsHref: string;
  membershipsHref: string;
}

export async function Overview(props: OverviewProps) {
  const { org, member, memberships, localeContext, week_starts_on, visitsHref, membershipsHref } = props;
  const caller = await pageCaller(org);
  const from_on = heatStart(todayAt(localeContext), week_starts_on);
  const reads = caller.permissions.has("members.notes.read");
  const [{ data }, notes] = await Promise.all([
    listMemberCheckIns(caller, { id: member.id, outcome: "admitted", from_on, limit: 200 }),
    reads ? listNotes(caller, { id: member.id }) : null,
  ]);
  const visits: Visit[] = data;
  const current = memberships.filter(({ status }) => status !== "expired" && status !== "cancelled");
  return (
    <>
      {current.length === 0 ? (
        <Section
          title="Membership"
          action={
            memberships.length > 0 ? <TextLink href={membershipsHref}>View all {memberships.length}</TextLink> : null
          }
        >
          <p className="text-ink-3">
            {memberships.length > 0
              ? "No active membership today."
              : `${member.first_name} has no membership yet. Sell one to allow check-ins.`}
          </p>
        </Section>
      ) : null}
      {current.map((membership) => (
        <Section
          key={membership.id}
          title={membership.plan_name}
          meta={
            <>
              <MembershipStatusBadge membership={membership} />
              <span className="text-ink-3">
                {formatMoney(membership.price_minor, membership.currency as Currency, localeContext.locale)}{" "}
                {priceUnit(membership)}
              </span>
            </>
          }
          action={<TextLink href={membershipsHref}>Change</TextLink>}
        >
          <MembershipSentence membership={membership} localeContext={localeContext} />
          <TermLine membership={membership} localeContext={localeContext} />
        </Section>
      ))}
      <VisitsSection
        visits={visits}
        frozen={memberships.flatMap(({ freeze }) => freeze ?? [])}
        localeContext={localeContext}
        week_starts_on={week_starts_on}
        visitsHref={visitsHref}
      />
      {notes ? (
        <NotesSection
          organization={org}
          member={member}
          notes={notes.data}
          localeContext={localeContext}
          mayWrite={caller.permissions.has("members.notes.write") && member.archived_at === null}
        />
      ) : null}
      {member.notes ? (
        <Section title="From the record">
          <p className="max-w-[68ch] whitespace-pre-line text-ink">{member.notes}</p>
        </Section>
      ) : null}
    </>
  );
}
