import type { Client } from "pg";
import { withIds } from "@/db/id";
import {
  auditEntries,
  checkIns,
  companies,
  couponPlans,
  couponRedemptions,
  coupons,
  deniedEntries,
  locations,
  memberCodeCounters,
  memberMedical,
  members,
  membershipEvents,
  membershipFreezes,
  membershipPlanLocations,
  membershipPlans,
  memberships,
  organizations,
  priceIncreases,
  staff,
  staffLocations,
  users,
} from "@/db/schema";
import { bindTenant } from "@/db/tenancy";
import { writeEntities } from "./billing/entities";
import { writeYear } from "./billing/year";
import type { BuiltGym } from "./build-gym";
import type { BuiltLocation } from "./locations";
import { random } from "./random";
import { insertRows } from "./rows";

type OnPart = (part: string, done: number, all: number) => void;

/** Writes one gym in the client's open transaction. */
export async function writeGym(client: Client, built: BuiltGym, onPart: OnPart): Promise<void> {
  const { organization } = built;
  await client.query(bindTenant({ organization_id: organization.id, user_id: null }));
  await insertRows(client, organizations, [organization]);
  await insertRows(client, users, built.users);
  await writeEntities(client, organization, built.entities);
  await insertRows(client, locations, built.locations);
  await insertRows(client, staff, built.staff);
  await insertRows(client, staffLocations, built.staff_locations);
  await insertRows(client, membershipPlans, built.plans);
  await insertRows(client, membershipPlanLocations, built.plan_locations);
  await insertRows(client, members, built.members);
  await insertRows(client, memberCodeCounters, [
    { organization_id: organization.id, last_number: built.members.length },
  ]);
  await insertRows(client, memberMedical, built.medical);
  const { billing } = built;
  await insertRows(client, companies, billing.companies);
  await insertRows(client, memberships, built.memberships);
  await insertRows(client, membershipFreezes, built.freezes);
  await insertRows(client, priceIncreases, billing.increases);
  await insertRows(client, membershipEvents, billing.events);
  await insertRows(client, coupons, billing.coupons);
  await insertRows(client, couponPlans, billing.coupon_plans);
  await insertRows(client, couponRedemptions, billing.redemptions);
  // Without statistics, the foreign key checks of the next rows scan whole tables.
  await client.query("analyze users, locations, members, memberships");
  await insertRows(client, checkIns, built.check_ins, (done) => onPart("visits", done, built.check_ins.length));
  await insertRows(client, deniedEntries, built.denied_entries);
  await insertRows(client, auditEntries, built.activity);
  for (const location of built.built_locations) await foldVisits(client, organization.id, location);
  await writeBilling(client, built, onPart);
}

async function writeBilling(client: Client, built: BuiltGym, onPart: OnPart): Promise<void> {
  const { organization, billing, built_locations, team } = built;
  const { id, slug, name, locale, currency, brand_color } = organization;
  const [location] = built_locations;
  if (!location) return;
  const ids = random(`${slug} documents`);
  const { wall } = location;
  const year = {
    organization: {
      id,
      slug,
      name,
      locale: locale ?? "en",
      currency,
      brand_color: brand_color ?? "",
      logo_file_id: null,
      policies: {},
    },
    ...{ plan: billing.plan, drafts: billing.drafts, locations: built_locations, ...team },
  };
  await withIds(
    () => ids.id(wall.now_ms),
    () => writeYear(client, year, (done, all) => onPart("weeks of billing", done, all)),
  );
}

/** Folds every day before today, like the nightly job. */
async function foldVisits(client: Client, organization_id: string, { id, wall }: BuiltLocation): Promise<void> {
  await client.query(
    `insert into visit_hours (organization_id, location_id, visit_on, local_hour, method, visits)
     select organization_id, location_id, visit_on, local_hour, method, count(*)
     from check_ins
     where organization_id = $1 and location_id = $2 and visit_on < $3 and undone_at is null
     group by 1, 2, 3, 4, 5`,
    [organization_id, id, wall.today],
  );
  await client.query("insert into visit_folds (organization_id, location_id, folded_to_on) values ($1, $2, $3)", [
    organization_id,
    id,
    wall.ago(1),
  ]);
}
