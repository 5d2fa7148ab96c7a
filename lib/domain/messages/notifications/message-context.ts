import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema";
import { env } from "@/lib/kernel/env";
import type { Ctx } from "@/lib/kernel/operation";
import { policiesOf } from "@/lib/values/policies";
import type { MessageContext } from "./compose";

/** The settings that all messages of an organization share. */
export async function messageContext({
  db,
  now,
  organization,
}: Pick<Ctx, "db" | "now" | "organization">): Promise<MessageContext> {
  const [row] = await db
    .select({ policies: organizations.policies })
    .from(organizations)
    .where(eq(organizations.id, organization.id));
  const policies = policiesOf(row ?? { policies: {} });
  const { quiet_hours_from, quiet_hours_to, message_hours_from, message_hours_to } = policies;
  const member_page_url = new URL(`/me/${organization.slug}`, env().PUBLIC_URL).href;
  const quiet = { quiet_hours_from, quiet_hours_to };
  return { organization, now, quiet, hours: { message_hours_from, message_hours_to }, member_page_url };
}
