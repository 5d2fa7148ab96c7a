import { newId } from "@/db/id";
import { staff, staffLocations } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import type { StaffRole } from "@/lib/values/permissions";
import { type Gym, newStaff, type Person } from "./gym";

/** Gives a user of another gym a role in this one. */
export async function joinTeam(gym: Gym, user_id: string, role: StaffRole): Promise<void> {
  const { organization_id } = gym;
  await inTenant({ organization_id, user_id: null }, (db) =>
    db.insert(staff).values({ id: newId(), organization_id, user_id, role }),
  );
}

/** A colleague who works at these locations only. */
export async function newBoundStaff(gym: Gym, role: StaffRole, location_ids: string[]): Promise<Person> {
  const { organization_id } = gym;
  const person = await newStaff(gym, role);
  const { staff_id } = person.caller;
  if (!staff_id) throw new Error("A new colleague has a row in the team");
  await inTenant({ organization_id, user_id: null }, (db) =>
    db.insert(staffLocations).values(location_ids.map((location_id) => ({ organization_id, staff_id, location_id }))),
  );
  return { ...person, caller: { ...person.caller, location_ids } };
}
