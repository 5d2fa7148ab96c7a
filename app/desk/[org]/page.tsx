import type { Metadata } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { pageCaller } from "@/app/page-caller";
import { Desk } from "@/components/access/desk/desk";
import { deskCookie } from "@/components/access/desk/desk-cookie";
import { LocationChoice } from "@/components/access/desk/location-choice";
import { MarkDeskOpened } from "@/components/insight/getting-started/mark-desk-opened";
import { DeskFrame } from "@/components/layout/desk-frame";
import { logoOf } from "@/components/layout/logo";
import { listCheckIns } from "@/lib/domain/access/check-ins";
import { getOccupancy } from "@/lib/domain/access/occupancy";
import { listLocations } from "@/lib/domain/organization/locations";

type Props = { params: Promise<{ org: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization } = await pageCaller((await params).org);
  return { title: `Front desk · ${organization?.name}` };
}

const recentScans = 8;

export default async function DeskPage({ params }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  const { organization, permissions, clock } = caller;
  if (!organization || !permissions.has("check_ins.create")) notFound();
  const { data: locations } = await listLocations(caller, {});
  const remembered = (await cookies()).get(deskCookie(org))?.value;
  const location = locations.find(({ id }) => id === remembered) ?? (locations.length === 1 ? locations[0] : undefined);
  const look = { brand: organization.brand_color, logo: logoOf(organization) };
  if (!location) {
    return (
      <DeskFrame name={organization.name} subtitle="Front desk" {...look} status={null}>
        <LocationChoice organization={org} locations={locations} />
      </DeskFrame>
    );
  }
  const [occupancy, scans] = await Promise.all([
    getOccupancy(caller, { location_id: location.id }),
    listCheckIns(caller, { location_id: location.id, limit: recentScans, include_undone: true }),
  ]);
  const [locationOccupancy] = occupancy.data;
  if (!locationOccupancy) notFound();
  return (
    <>
      <MarkDeskOpened organization={org} />
      <Desk
        context={{
          organization: { slug: org, name: organization.name, locale: organization.locale },
          location: { id: location.id, name: location.name, time_zone: location.time_zone },
        }}
        look={look}
        locations={locations.map(({ id, name }) => ({ id, name }))}
        homeHref={permissions.has("members.read") ? `/manage/${org}` : null}
        may={{
          override: permissions.has("check_ins.override"),
          undo: permissions.has("check_ins.undo"),
          read_members: permissions.has("members.read"),
        }}
        initial={{ occupancy: locationOccupancy, scans: scans.data, as_of: clock.now().toString() }}
      />
    </>
  );
}
