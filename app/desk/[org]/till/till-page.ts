import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { deskCookie } from "@/components/access/desk/desk-cookie";
import type { TillContext } from "@/components/billing/till/desk/till-context";
import { logoOf } from "@/components/layout/logo";
import { currentTill } from "@/lib/domain/billing/till";
import { listLocations } from "@/lib/domain/organization/locations";

/** The till of the named location, of this desk, or of the only location. `here` is null until one is chosen. */
export async function tillOf(org: string, chosen: string | undefined) {
  const caller = await pageCaller(org);
  const { organization, permissions, clock } = caller;
  if (!organization || !permissions.has("till.use")) notFound();
  const { data: locations } = await listLocations(caller, {});
  const remembered = (await cookies()).get(deskCookie(org))?.value;
  const location =
    locations.find(({ id }) => id === (chosen ?? remembered)) ?? (locations.length === 1 ? locations[0] : undefined);
  if (!location) return { caller, locations, here: null };
  const context: TillContext = {
    ...{ organization: org, name: organization.name, logo: logoOf(organization), brand: organization.brand_color },
    location: { id: location.id, name: location.name },
    ...{ currency: location.currency, locale: organization.locale, time_zone: location.time_zone },
    ...{ now: clock.now().toString(), canCheckIn: permissions.has("check_ins.create") },
  };
  const till = await orNotFound(currentTill(caller, { location_id: location.id }));
  return { caller, locations, here: { context, ...till } };
}
