import { eq } from "drizzle-orm";
import { newId } from "@/db/id";
import { locations, organizations, type PendingSignUp, staff } from "@/db/schema";
import type { Database } from "@/db/tenancy";
import type { OrganizationCard } from "@/lib/kernel/caller";
import { Problem } from "@/lib/kernel/errors";
import { newSecret } from "@/lib/kernel/keys";
import { alwaysOpen } from "@/lib/values/opening-hours";
import { bindTransaction } from "./bind-transaction";

type WantedGym = PendingSignUp["organization"];

type Opened = { organization: OrganizationCard; location_id: string };

/** What is numbered when another gym took its address, and what is refused. */
type SlugTerms = { when_taken: "number" | "refuse" };

/** Creates an organization with its first location and its owner. Leaves the transaction bound to it. */
export async function openGym(db: Database, wanted: WantedGym, user_id: string, terms: SlugTerms): Promise<Opened> {
  const organization_id = newId();
  await bindTransaction(db, { organization_id, user_id });
  const organization = await insertOrganization(db, organization_id, wanted, terms);
  const location_id = newId();
  await db.insert(locations).values({
    id: location_id,
    organization_id,
    name: wanted.location_name,
    time_zone: wanted.time_zone,
    currency: wanted.currency,
    opening_hours: alwaysOpen,
  });
  return { organization, location_id };
}

/** In a transaction that is bound to the organization. */
export async function addOwner(db: Database, organization_id: string, user_id: string): Promise<string> {
  const id = newId();
  await db.insert(staff).values({ id, organization_id, user_id, role: "gym_owner" });
  return id;
}

/** Before anything is written; `field` is where the request named the address. */
export async function refuseTakenSlug(db: Database, slug: string | null, field: string): Promise<void> {
  if (slug === null) return;
  const [taken] = await db.select({ id: organizations.id }).from(organizations).where(eq(organizations.slug, slug));
  if (taken) throw slugTaken(field);
}

function slugTaken(field: string): Problem {
  const message = "Another gym has this address. Choose a different one.";
  return new Problem("already_exists", message, { errors: [{ field, message }] });
}

async function insertOrganization(
  db: Database,
  id: string,
  { name, slug, currency, locale }: WantedGym,
  { when_taken }: SlugTerms,
): Promise<OrganizationCard> {
  const is_fixed = slug !== null && when_taken === "refuse";
  for (const candidate of is_fixed ? [slug] : slugCandidates(slug ?? slugOf(name))) {
    const [row] = await db
      .insert(organizations)
      .values({ id, slug: candidate, name, currency, locale, member_code_prefix: codePrefixOf(name) })
      .onConflictDoNothing({ target: organizations.slug })
      .returning();
    if (row) return row;
  }
  if (is_fixed) throw slugTaken("slug");
  throw new Problem("conflict", "Another gym has just taken this address. Try again.");
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
