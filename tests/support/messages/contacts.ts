import { newId } from "@/db/id";
import { blockedAddresses, devices, messagePreferences } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { type Contact, contactsOf } from "@/lib/domain/messages/contacts";
import { findOrganizationCard } from "@/lib/domain/organization";
import { fixedClock } from "@/lib/kernel/clock";
import type { Channel } from "@/lib/values/delivery";
import type { Gym } from "@/tests/support/gym/gym";

type GymRef = Pick<Gym, "organization_id">;
const inGym = ({ organization_id }: GymRef) => ({ organization_id, user_id: null });

/** As of an instant, so that a birthday is reached on its day and not on the day of the test. */
export async function contactsAt(
  gym: GymRef,
  member_ids: string[],
  at = "2026-03-05T12:00:00Z",
): Promise<Map<string, Contact>> {
  const now = fixedClock(at).now();
  const { organization_id } = gym;
  const organization = await findOrganizationCard({ id: organization_id });
  if (!organization) throw new Error("The gym has a card");
  return inTenant(inGym(gym), (db) => contactsOf({ db, organization, organization_id, now }, member_ids));
}

export async function contactAt(gym: GymRef, member_id: string, at?: string): Promise<Contact> {
  const contact = (await contactsAt(gym, [member_id], at)).get(member_id);
  if (!contact) throw new Error("A member of the gym has a contact");
  return contact;
}

type BlockFields = Partial<typeof blockedAddresses.$inferInsert> & { address: string };

export async function newBlock(gym: GymRef, fields: BlockFields): Promise<string> {
  const id = newId();
  await inTenant(inGym(gym), (db) =>
    db.insert(blockedAddresses).values({
      id,
      organization_id: gym.organization_id,
      channel: "email",
      reason: "hard_bounce",
      blocked_at: "2026-03-01T09:00:00Z",
      ...fields,
    }),
  );
  return id;
}

export function newChoice(
  gym: GymRef,
  member_id: string,
  [channel, category, is_allowed]: [Channel, "reminder" | "marketing", boolean],
) {
  return inTenant(inGym(gym), (db) =>
    db.insert(messagePreferences).values({
      organization_id: gym.organization_id,
      member_id,
      channel,
      category,
      is_allowed,
      source: "member",
      changed_at: "2026-03-01T09:00:00Z",
    }),
  );
}

export async function newDevice(gym: GymRef, member_id: string): Promise<string> {
  const id = newId();
  await inTenant(inGym(gym), (db) =>
    db.insert(devices).values({
      id,
      organization_id: gym.organization_id,
      member_id,
      kind: "web",
      token: id,
      token_hash: id,
      label: "Chrome on Android",
      seen_at: "2026-03-01T09:00:00Z",
    }),
  );
  return id;
}
