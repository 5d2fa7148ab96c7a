import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pageCaller } from "@/app/page-caller";
import { cardMembership } from "@/components/access/passes/pass-facts";
import { PassOffline } from "@/components/access/passes/pass-offline";
import { PassScreen } from "@/components/access/passes/pass-screen";
import { logoOf } from "@/components/layout/logo";
import { MemberHeader } from "@/components/layout/member-shell";
import { Link } from "@/components/ui/controls/link";
import { Avatar } from "@/components/ui/data/avatar";
import { getOccupancy } from "@/lib/domain/access/occupancy";
import { getOwnPass } from "@/lib/domain/access/passes";
import { getOwnProfile } from "@/lib/domain/me";
import { listLocations } from "@/lib/domain/organization/locations";
import { env } from "@/lib/kernel/env";

type Props = { params: Promise<{ org: string }> };

export const metadata: Metadata = { title: "Pass" };

export default async function PassPage({ params }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  const { organization } = caller;
  if (!organization || !caller.member_id) notFound();
  const [profile, passes, { data: locations }] = await Promise.all([
    getOwnProfile(caller, {}),
    getOwnPass(caller, {}),
    listLocations(caller, {}),
  ]);
  const { member, home_location } = profile;
  const { data: rooms } = await getOccupancy(caller, { location_id: home_location.id });
  const locationNames = cardMembership(profile)?.location_names;
  const access = locationNames?.join(", ") ?? (locations.length > 1 ? "All locations" : home_location.name);
  return (
    <>
      <MemberHeader
        title={`${greeting(organization.locale)}, ${member.first_name}`}
        end={
          <Link href={`/me/${org}/you`} className="grid size-11 place-items-center rounded-full">
            <Avatar name={`${member.first_name} ${member.last_name}`} src={member.photo_url} size="lg" labelled />
          </Link>
        }
      />
      {/* The names of scripts have no hash during development. */}
      {env().NODE_ENV === "production" ? <PassOffline organization={org} /> : null}
      <PassScreen
        organization={{ slug: org, name: organization.name, logo: logoOf(organization) }}
        localeContext={{ locale: organization.locale, time_zone: home_location.time_zone, now: passes.now }}
        profile={profile}
        passes={passes}
        access={access}
        typical={rooms[0]?.typical ?? null}
      />
    </>
  );
}

const greeting = (locale: string): string => (/-(IN|NP)$/.test(locale) ? "Namaste" : "Hello");
