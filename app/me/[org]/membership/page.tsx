import type { Metadata } from "next";
import { Fragment } from "react";
import { pageCaller } from "@/app/page-caller";
import { MemberHeader } from "@/components/layout/member-shell";
import { MembershipCard } from "@/components/me/membership-card";
import { OwnActions } from "@/components/me/own-actions";
import { OwnFigures } from "@/components/me/own-figures";
import { PastMemberships } from "@/components/me/past-memberships";
import { ButtonLink } from "@/components/ui/controls/button";
import { EmptyState } from "@/components/ui/data/empty-state";
import type { LocaleContext } from "@/lib/client/format";
import { getOwnProfile } from "@/lib/domain/me";
import { listLocations } from "@/lib/domain/organization/locations";

type Props = { params: Promise<{ org: string }> };

export const metadata: Metadata = { title: "Membership" };

export default async function MembershipPage({ params }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  const [profile, { data: locations }] = await Promise.all([getOwnProfile(caller, {}), listLocations(caller, {})]);
  const { memberships, home_location, entry } = profile;
  const localeContext: LocaleContext = {
    locale: caller.organization?.locale ?? "en",
    time_zone: home_location.time_zone,
    now: caller.clock.now().toString(),
  };
  const isOver = ({ status, standing }: (typeof memberships)[number]) =>
    status === "expired" || status === "cancelled" || standing === "expired";
  const current = memberships.filter((one) => !isOver(one));
  const allLocations = locations.length > 1 ? "All locations" : home_location.name;
  return (
    <>
      <MemberHeader title="Membership" />
      {current.map((membership) => (
        <Fragment key={membership.id}>
          <MembershipCard
            membership={membership}
            localeContext={localeContext}
            access={membership.location_names?.join(", ") ?? allLocations}
          />
          <OwnActions organization={org} membership={membership} today={profile.today_on} />
        </Fragment>
      ))}
      {current.length === 0 ? (
        <EmptyState title="No active membership" className="mb-3 rounded-dialog border border-line bg-surface">
          {entry.tell_member}
        </EmptyState>
      ) : null}
      <OwnFigures profile={profile} locale={localeContext.locale} visitsHref={`/me/${org}/visits`} />
      <nav aria-label="Bills" className="flex flex-col gap-2">
        <ButtonLink href={`/me/${org}/invoices`} size="touch" full>
          Invoices
        </ButtonLink>
        <ButtonLink href={`/me/${org}/methods`} size="touch" full>
          Payment methods
        </ButtonLink>
        <ButtonLink href={`/me/${org}/payments`} size="touch" full>
          Receipts
        </ButtonLink>
      </nav>
      <PastMemberships memberships={memberships.filter(isOver)} localeContext={localeContext} />
    </>
  );
}
