import type { Metadata } from "next";
import { pagePolicies } from "@/app/page-policies";
import { WithRail } from "@/components/layout/with-rail";
import { CardsSection } from "@/components/members/cards-section";
import {
  ContactSection,
  EmergencySection,
  GuardianSection,
  RailSection,
  WaiverSection,
} from "@/components/members/contact-rail";
import { LoginSection } from "@/components/members/login-section";
import { MedicalSection } from "@/components/members/medical-section";
import { MemberActions } from "@/components/members/member-actions";
import { MemberHeader } from "@/components/members/member-header";
import { MemberNeighbours } from "@/components/members/member-neighbours";
import { PhotoButton } from "@/components/members/photo-button";
import { readQuery, sortOf, toInput } from "@/components/members/query";
import { TagsSection } from "@/components/members/tags-section";
import { SellButton } from "@/components/memberships/sell-button";
import { TabLinks } from "@/components/ui/controls/tab-links";
import { Avatar } from "@/components/ui/data/avatar";
import { Breadcrumb } from "@/components/ui/data/breadcrumb";
import { Callout } from "@/components/ui/data/callout";
import { PageHeader } from "@/components/ui/data/page-header";
import { type LocaleContext, todayAt } from "@/lib/client/format";
import { zoneOf } from "@/lib/client/zones";
import { listMemberCheckIns } from "@/lib/domain/access/check-ins";
import { getMemberLogin } from "@/lib/domain/identity/member-invitations";
import { listCards, listMemberTags } from "@/lib/domain/members";
import { listMemberships } from "@/lib/domain/memberships";
import { listPlans } from "@/lib/domain/memberships/plans";
import { listLocations } from "@/lib/domain/organization/locations";
import { isMinorOn } from "@/lib/values/minor";
import { fullName } from "@/lib/values/person-name";
import { Activity } from "./activity";
import { Invoices } from "./invoices";
import { memberOf } from "./member";
import { Memberships } from "./memberships";
import { Messages } from "./messages";
import { Overview } from "./overview";
import { Visits } from "./visits";

type Query = { tab?: string; cursor?: string; location?: string; membership?: string; list?: string };
type Props = { params: Promise<{ org: string; id: string }>; searchParams: Promise<Query> };

const tabs = new Set(["visits", "memberships", "invoices", "messages", "activity"]);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, id } = await params;
  const { member } = await memberOf(org, id);
  return { title: fullName(member.first_name, member.last_name) };
}

export default async function MemberPage({ params, searchParams }: Props) {
  const { org, id } = await params;
  const { tab, cursor, location, membership, list } = await searchParams;
  const { caller, member } = await memberOf(org, id);
  const may = (permission: Parameters<typeof caller.permissions.has>[0]) => caller.permissions.has(permission);
  const [{ data: locations }, { data: memberships }, { data: cards }, { data: tags }, { data: plans }, open, login] =
    await Promise.all([
      listLocations(caller, { include_archived: true }),
      listMemberships(caller, { member_id: id, limit: 100 }),
      listCards(caller, { id }),
      listMemberTags(caller, {}),
      may("memberships.sell") || may("memberships.change_plan") ? listPlans(caller, {}) : { data: [] },
      member.in_gym ? listMemberCheckIns(caller, { id, is_inside: true, limit: 1 }) : { data: [] },
      getMemberLogin(caller, { id }),
    ]);
  const { locale } = caller.organization ?? { locale: "en" };
  const now = caller.clock.now().toString();
  const home = locations.find((one) => one.id === member.home_location_id);
  const inside = locations.find((one) => one.id === member.in_gym?.location_id);
  const here = locations.find((one) => one.id === location && !one.archived_at) ?? home;
  const localeContext: LocaleContext = { locale, now, ...zoneOf(locations, home) };
  const base = `/manage/${org}/members`;
  const self = `${base}/${id}`;
  const tabHref = (tab_name: string) => {
    const kept = new URLSearchParams({ ...(tab_name && { tab: tab_name }), ...(list && { list }) });
    return kept.size > 0 ? `${self}?${kept}` : self;
  };
  const opened = list === undefined ? null : readQuery(Object.fromEntries(new URLSearchParams(list)));
  const name = fullName(member.first_name, member.last_name);
  const canEdit = may("members.write") && !member.archived_at;
  const reader = { locale, today: todayAt(localeContext) };
  // The guardian of a member who has come of age is not shown.
  const isMinor = isMinorOn(member.birth_on, reader.today, pagePolicies(caller).adult_age);
  const detail = { org, member, localeContext };
  return (
    <div className="flex h-full min-h-0 flex-col max-lg:h-auto">
      <PageHeader
        title={name}
        breadcrumb={
          <Breadcrumb items={[{ label: "Members", href: list ? `${base}?${list}` : base }, { label: name }]} />
        }
      />
      <WithRail
        label={`About ${name}`}
        rail={
          <>
            <MedicalSection
              key={`${id} ${member.health_flag}`}
              organization={org}
              member={member}
              canRead={may("members.medical.read")}
              canWrite={may("members.medical.write") && !member.archived_at}
            />
            <ContactSection member={member} localeContext={localeContext} home={home?.name ?? ""} />
            {isMinor ? <GuardianSection member={member} /> : null}
            <EmergencySection member={member} />
            <WaiverSection member={member} localeContext={localeContext} isMinor={isMinor} />
            <RailSection title="Entry">
              <CardsSection
                organization={org}
                member={member}
                cards={cards}
                localeContext={localeContext}
                canIssue={may("cards.issue") && !member.archived_at}
              />
            </RailSection>
            <RailSection title="Login">
              <LoginSection
                key={id}
                organization={org}
                first_name={member.first_name}
                login={login}
                localeContext={localeContext}
                canInvite={may("members.invite") && !member.archived_at}
                canRemove={may("members.remove_login")}
              />
            </RailSection>
            <RailSection title="Tags">
              <TagsSection organization={org} member={member} known={tags.map(({ tag }) => tag)} canEdit={canEdit} />
            </RailSection>
          </>
        }
      >
        <MemberHeader
          member={member}
          localeContext={localeContext}
          inside={
            inside ? { name: inside.name, localeContext: { ...localeContext, time_zone: inside.time_zone } } : null
          }
          visitsHref={tabHref("visits")}
          photo={
            canEdit ? (
              <PhotoButton organization={org} member={member} name={name} />
            ) : (
              <Avatar name={name} src={member.photo_url} size="xl" labelled />
            )
          }
          actions={
            <>
              {opened && list ? (
                <MemberNeighbours
                  key={id}
                  organization={org}
                  base={base}
                  id={id}
                  list={list}
                  input={{ ...toInput(opened), sort: sortOf(opened), ...(opened.cursor && { cursor: opened.cursor }) }}
                />
              ) : null}
              {here ? (
                <MemberActions
                  organization={org}
                  member={member}
                  name={name}
                  location={{ id: here.id, name: here.name }}
                  visit_id={open.data[0]?.id ?? null}
                  editHref={`${self}/edit`}
                  rights={{
                    edit: canEdit,
                    check_in: may("check_ins.create"),
                    override: may("check_ins.override"),
                    ban: may("members.ban"),
                    archive: may("members.archive"),
                  }}
                />
              ) : null}
              {may("memberships.sell") && !member.archived_at ? (
                <SellButton
                  variant="primary"
                  organization={org}
                  member={{ ...member, name }}
                  can_invite={may("members.invite") && login.login === null && login.recipient !== null}
                  plans={plans}
                  locations={locations.filter((one) => !one.archived_at).map((one) => ({ id: one.id, name: one.name }))}
                  reader={reader}
                  can_override={may("memberships.override")}
                  offers_companies={may("invoices.write")}
                />
              ) : null}
            </>
          }
        />
        {member.ban_reason ? (
          <Callout tone="bad" title="Banned from every location" className="mx-gutter mb-3 max-md:mx-4">
            {member.ban_reason}
          </Callout>
        ) : null}
        <TabLinks
          label={name}
          className="px-gutter"
          current={tabHref(tab && tabs.has(tab) ? tab : "")}
          items={[
            { label: "Overview", href: tabHref("") },
            { label: "Visits", href: tabHref("visits"), count: member.visits },
            { label: "Memberships", href: tabHref("memberships"), count: memberships.length },
            ...(may("invoices.read") ? [{ label: "Invoices", href: tabHref("invoices") }] : []),
            ...(may("messages.read") ? [{ label: "Messages", href: tabHref("messages") }] : []),
            ...(may("audit.read") ? [{ label: "Activity", href: tabHref("activity") }] : []),
          ]}
        />
        {tab === "visits" ? (
          <Visits {...detail} cursor={cursor} />
        ) : tab === "memberships" ? (
          <Memberships {...detail} memberships={memberships} plans={plans} shown={membership} cursor={cursor} />
        ) : tab === "invoices" && may("invoices.read") ? (
          <Invoices {...detail} name={name} />
        ) : tab === "messages" && may("messages.read") ? (
          <Messages {...detail} name={name} cursor={cursor} />
        ) : tab === "activity" && may("audit.read") ? (
          <Activity {...detail} cursor={cursor} locations={locations} />
        ) : (
          <Overview
            {...detail}
            memberships={memberships}
            week_starts_on={home?.week_starts_on ?? 1}
            visitsHref={tabHref("visits")}
            membershipsHref={tabHref("memberships")}
          />
        )}
      </WithRail>
    </div>
  );
}
