import { env } from "@/lib/kernel/env";
import type { Ctx } from "@/lib/kernel/operation";
import { policiesOf } from "@/lib/values/policies";
import type { Gym } from "./compose";

/** What every message of one organization has in common. */
export function gymOf({ now, organization }: Pick<Ctx<unknown>, "now" | "organization">): Gym {
  const { quiet_hours_from, quiet_hours_to, message_hours_from, message_hours_to } = policiesOf(organization);
  const own_page = new URL(`/me/${organization.slug}`, env().PUBLIC_URL).href;
  const quiet = { quiet_hours_from, quiet_hours_to };
  return { organization, now, quiet, hours: { message_hours_from, message_hours_to }, own_page };
}
