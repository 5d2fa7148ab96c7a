import { newId } from "@/db/id";
import { staffNotices } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import type { Gym, Person } from "@/tests/support/gym/gym";

/** An unread notice put straight into the table. */
export async function newNotice(
  { organization_id }: Pick<Gym, "organization_id">,
  { user_id }: Pick<Person, "user_id">,
  fields: Partial<typeof staffNotices.$inferInsert> = {},
): Promise<string> {
  const id = newId();
  await inTenant({ organization_id, user_id: null }, (db) =>
    db.insert(staffNotices).values({
      id,
      organization_id,
      user_id,
      kind: "inactive_members",
      event_key: `notice-${id}`,
      title: "12 members have not been in for 14 days",
      body: "Main, on 2 March.",
      ...fields,
    }),
  );
  return id;
}
