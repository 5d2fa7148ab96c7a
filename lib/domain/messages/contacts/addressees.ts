import { sql } from "drizzle-orm";
import type { OrganizationCtx } from "@/lib/kernel/operation";
import { type Addressee, addresseeKey, type Contact, everyChannel } from "./contact";
import { contactsOf, listOf, readBlocks } from "./contacts-of";

/** The contacts of members and companies, by `addresseeKey()`. Omits those of other organizations. */
export async function contactsOfAll(
  ctx: OrganizationCtx,
  addressees: readonly Addressee[],
): Promise<Map<string, Contact>> {
  const member_ids = addressees.flatMap((one) => ("member_id" in one ? one.member_id : []));
  const companies = addressees.flatMap((one) => ("company_id" in one ? one : []));
  const members = await contactsOf(ctx, [...new Set(member_ids)]);
  return companies.length === 0 ? members : new Map([...members, ...(await companyContacts(ctx, companies))]);
}

type Company = Extract<Addressee, { company_id: string }>;
type Row = Company & {
  name: string;
  email: string | null;
  is_archived: boolean;
  location_name: string;
  time_zone: string;
};

/** J2: a company is reached at its e-mail address only, in the language of the organization. */
async function companyContacts(ctx: OrganizationCtx, wanted: readonly Company[]): Promise<Map<string, Contact>> {
  const { db, organization_id } = ctx;
  const { rows } = await db.execute<Row>(sql`
    select distinct c.id as company_id, l.id as location_id, c.name, c.email, c.archived_at is not null as is_archived,
      l.name as location_name, l.time_zone
    from unnest(${listOf(
      wanted.map(({ company_id }) => company_id),
      "uuid",
    )}, ${listOf(
      wanted.map(({ location_id }) => location_id),
      "uuid",
    )}) as w (company_id, location_id)
    join companies c on c.organization_id = ${organization_id} and c.id = w.company_id
    join locations l on l.organization_id = ${organization_id} and l.id = w.location_id`);
  const blocks = await readBlocks(
    ctx,
    rows.map(({ email }) => email),
  );
  return new Map(
    rows.map((row) => {
      const { company_id, location_id, name, email } = row;
      const addressee = { company_id, location_id };
      const block = blocks.get(`email ${email}`)?.[0] ?? null;
      const contact: Contact = {
        ...{ addressee, member_code: "", first_name: name, full_name: name, to_name: name },
        ...{ location_id, location_name: row.location_name, time_zone: row.time_zone },
        ...{ language: null, preferred_channel: null, is_archived: row.is_archived, is_minor: false },
        endpoints: everyChannel((channel) => {
          const is_mail = channel === "email";
          return { address: is_mail ? email : null, device_ids: [], block: is_mail ? block : null };
        }),
        ...{ marketing_consent: null, choices: [] },
      };
      return [addresseeKey(addressee), contact] as const;
    }),
  );
}
