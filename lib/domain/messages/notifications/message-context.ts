import { env } from "@/lib/kernel/env";
import type { Ctx } from "@/lib/kernel/operation";
import { policiesOf } from "@/lib/values/policies";
import type { MessageContext } from "./compose";

/** The settings that all messages of an organization share. */
export function messageContext({ now, organization }: Pick<Ctx<unknown>, "now" | "organization">): MessageContext {
  const { quiet_hours_from, quiet_hours_to, message_hours_from, message_hours_to } = policiesOf(organization);
  const member_page_url = new URL(`/me/${organization.slug}`, env().PUBLIC_URL).href;
  const quiet = { quiet_hours_from, quiet_hours_to };
  return { organization, now, quiet, hours: { message_hours_from, message_hours_to }, member_page_url };
}
