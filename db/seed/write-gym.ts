import type { Client } from "pg";
import {
  auditEntries,
  checkIns,
  deniedEntries,
  locations,
  memberCodeCounters,
  memberMedical,
  members,
  membershipFreezes,
  membershipPlanLocations,
  membershipPlans,
  memberships,
  organizations,
  staff,
  staffLocations,
  users,
} from "@/db/schema";
import { bindTenant } from "@/db/tenancy";
import type { BuiltGym } from "./build-gym";
import type { BuiltLocation } from "./locations";
import { insertRows } from "./rows";

/** Writes one gym in the client's open transaction. */
export async function writeGym(client: Client, built: BuiltGym, onVisits: (done: number) => void): Promise<void> {
  const { organization } = built;
  await client.query(bindTenant({ organization_id: organization.id, user_id: null }));
  await insertRows(client, organizations, [organization]);
  await insertRows(client, users, built.users);
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
  await insertRows(client, memberships, built.memberships);
  await insertRows(client, membershipFreezes, built.freezes);
  // Without statistics, the foreign key checks of the next rows scan whole tables.
  await client.query("analyze users, locations, members, memberships");
  await insertRows(client, checkIns, built.check_ins, onVisits);
  await insertRows(client, deniedEntries, built.denied_entries);
  await insertRows(client, auditEntries, built.activity);
  for (const location of built.built_locations) await foldVisits(client, organization.id, location);
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
