import { newId } from "@/db/id";
import { companies } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import type { Gym } from "./gym";

/** J2: a company that pays, with its e-mail address. */
export async function newPayingCompany(gym: Gym, name = "Acme Ltd", email: string | null = "bills@acme.example") {
  const { organization_id } = gym;
  const id = newId();
  await inTenant({ organization_id, user_id: null }, (db) =>
    db.insert(companies).values({ id, organization_id, name, email, country: "DE" }),
  );
  return id;
}
