import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/tenancy";
import type { OrganizationCard } from "@/lib/kernel/caller";
import { type Language, languages } from "@/lib/values/notifications";
import { bindTransaction } from "./bind-transaction";
import { type MailStyle, productStyle } from "./mail-texts";
import { findCard, organizationsOf, type User } from "./people";

/** In the language of the member, otherwise of the gym's locale, and with the gym's name and colour. */
export function styleOfGym<Gym extends OrganizationCard>(gym: Gym, language?: Language | null) {
  const { language: known } = new Intl.Locale(gym.locale);
  return { gym, language: language ?? languages.find((one) => one === known) ?? "en" };
}

/** A user of one gym gets mails in its name; a user of several, or of none, in the product's. Leaves the transaction bound to the user. */
export async function styleOfUser(db: Database, user: User, now: Temporal.Instant): Promise<MailStyle> {
  await bindTransaction(db, { organization_id: null, user_id: user.id });
  const [only, ...others] = await organizationsOf(db, user.id, now);
  const gym = only && others.length === 0 ? await findCard(db, only.id) : null;
  return gym ? styleOfGym(gym) : productStyle;
}
