import type { z } from "zod";
import type { preferences } from "@/lib/contracts/messages/notification-preferences";
import { notFound } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import { channels } from "@/lib/values/delivery";
import { messageCategories } from "@/lib/values/notifications";
import { contactsOf } from "./contacts-of";
import { effectivePreference } from "./effective-preference";

type View = z.input<typeof preferences>;

/** The caller of this function checks access to the member. */
export async function readPreferences(ctx: Ctx<unknown>, member_id: string, version: number): Promise<View> {
  const contact = (await contactsOf(ctx, [member_id])).get(member_id);
  if (!contact) throw notFound();
  return {
    member_id,
    preferred_channel: contact.preferred_channel,
    language: contact.language,
    choices: channels.flatMap((channel) =>
      messageCategories.map((category) => ({ channel, category, ...effectivePreference(contact, channel, category) })),
    ),
    addresses: channels.map((channel) => {
      const { address, device_ids, block } = contact.endpoints[channel];
      return { channel, address, devices: device_ids.length, is_guardian: contact.is_minor, blocked: block };
    }),
    version,
  };
}
