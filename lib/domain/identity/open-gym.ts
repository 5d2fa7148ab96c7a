import { newId } from "@/db/id";
import { locations, organizations, type PendingSignUp, staff } from "@/db/schema";
import type { Database } from "@/db/tenancy";
import type { OrganizationCard } from "@/lib/kernel/caller";
import { Problem } from "@/lib/kernel/errors";
import { newSecret } from "@/lib/kernel/keys";
import { alwaysOpen } from "@/lib/values/opening-hours";
import { bind } from "./outside-tenants";
import type { User } from "./people";

type Opened = { organization: OrganizationCard; staff_id: string };

/** Creates an organization with its first location and its owner. Leaves the transaction bound to it. */
export async function openGym(db: Database, owner: User, wanted: PendingSignUp["organization"]): Promise<Opened> {
  const organization_id = newId();
  await bind(db, { organization_id, user_id: owner.id });
  const organization = await insertOrganization(db, organization_id, wanted);
  await db.insert(locations).values({
    organization_id,
    name: wanted.location_name,
    time_zone: wanted.time_zone,
    currency: wanted.currency,
    opening_hours: alwaysOpen,
  });
  const staff_id = newId();
  await db.insert(staff).values({ id: staff_id, organization_id, user_id: owner.id, role: "gym_owner" });
  return { organization, staff_id };
}

async function insertOrganization(
  db: Database,
  id: string,
  { name, slug, currency, locale }: PendingSignUp["organization"],
): Promise<OrganizationCard> {
  for (const candidate of slugCandidates(slug ?? slugOf(name))) {
    const [row] = await db
      .insert(organizations)
      .values({ id, slug: candidate, name, currency, locale, member_code_prefix: codePrefixOf(name) })
      .onConflictDoNothing({ target: organizations.slug })
      .returning();
    if (row) return row;
  }
  throw new Problem("conflict", "Another gym took this address just now. Try again.");
}

function* slugCandidates(base: string): Generator<string> {
  yield base;
  for (let number = 2; number <= 5; number += 1) yield `${base}-${number}`;
  yield `${base}-${newSecret()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .slice(0, 8)}`;
}

/** "Forza Żoliborz!" becomes forza-zoliborz; names in other scripts become "gym". */
export function slugOf(name: string): string {
  const latin = asciiOf(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 32)
    .replace(/^-+|-+$/g, "");
  return latin.length >= 3 ? latin : latin ? `gym-${latin}` : "gym";
}

/** "Iron Temple" becomes IT; a single word gives its first two letters. */
export function codePrefixOf(name: string): string {
  const words = asciiOf(name)
    .toUpperCase()
    .split(/[^A-Z]+/)
    .filter(Boolean);
  if (words.length === 0) return "M";
  return words.length === 1
    ? (words[0]?.slice(0, 2) ?? "M")
    : words
        .map((word) => word[0])
        .join("")
        .slice(0, 4);
}

const asciiOf = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[øłđ]/gi, (letter) => ({ ø: "o", ł: "l", đ: "d" })[letter.toLowerCase()] ?? letter);
