import { type SQL, sql } from "drizzle-orm";
import type { Freeze } from "@/lib/values/membership-rules/freeze";
import { column, type Day, type RowName } from "./row";

/** Whether the freeze ends on `day` or later. */
export const freezeLastsTo = (freeze: RowName, day: Day): SQL<boolean> =>
  sql<boolean>`(${column(freeze, "to_on")} is null or ${column(freeze, "to_on")} >= ${day})`;

const ofMembership = (freeze: RowName, row: RowName): SQL =>
  sql`${column(freeze, "organization_id")} = ${column(row, "organization_id")}
    and ${column(freeze, "membership_id")} = ${column(row, "id")}`;

/** E1, E16: join condition for the freeze on `day`. */
export const isFreezeOf = (freeze: RowName, row: RowName, day: Day): SQL<boolean> =>
  sql<boolean>`${ofMembership(freeze, row)} and ${column(freeze, "from_on")} <= ${day} and ${freezeLastsTo(freeze, day)}`;

export const isFrozenOn = (row: RowName, day: Day): SQL<boolean> =>
  sql<boolean>`exists (select 1 from membership_freezes f where ${isFreezeOf("f", row, day)})`;

/** The freeze on `day`, otherwise the next one. */
export const currentOrNextFreeze = (row: RowName, day: Day): SQL<Freeze | null> => sql<Freeze | null>`(
  select json_build_object('from_on', f.from_on, 'to_on', f.to_on) from membership_freezes f
  where ${ofMembership("f", row)} and ${freezeLastsTo("f", day)}
  order by f.from_on limit 1)`;

/** All freezes as JSON, in the format of the pure rules. */
export const freezesJson = (row: RowName): SQL => sql`(
  select coalesce(json_agg(json_build_object('from_on', f.from_on, 'to_on', f.to_on)), '[]') from membership_freezes f
  where ${ofMembership("f", row)})`;
