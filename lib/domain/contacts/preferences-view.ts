import type { z } from "zod";
import type { preferences } from "@/lib/contracts/notification-preferences";
import { notFound } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import { type Channel, channels } from "@/lib/values/delivery";
import { type MessageCategory, messageCategories } from "@/lib/values/notifications";
import { type Contact, choiceFor } from "./contact";
import { contactsOf } from "./contacts-of";

type View = z.input<typeof preferences>;

/** Whether the caller may see the member was asked before. */
export async function readPreferences(ctx: Ctx<unknown>, member_id: string, version: number): Promise<View> {
  const contact = (await contactsOf(ctx, [member_id])).get(member_id);
  if (!contact) throw notFound();
  return {
    member_id,
    preferred_channel: contact.preferred_channel,
    language: contact.language,
    choices: channels.flatMap((channel) =>
      messageCategories.map((category) => ({ channel, category, ...inForce(contact, channel, category) })),
    ),
    addresses: channels.map((channel) => {
      const { address, device_ids, block } = contact.reach[channel];
      return { channel, address, devices: device_ids.length, is_guardian: contact.is_minor, blocked: block };
    }),
    version,
  };
}

type InForce = Pick<View["choices"][number], "is_allowed" | "source" | "changed_at">;

function inForce(contact: Contact, channel: Channel, category: MessageCategory): InForce {
  const { marketing_consent } = contact;
  const choice = choiceFor(contact, channel, category);
  const lacks_consent = category === "marketing" && !marketing_consent;
  // A yes says nothing while the consent that it refines is withdrawn.
  if (choice && !(choice.is_allowed && lacks_consent)) {
    const { is_allowed, source, changed_at } = choice;
    return { is_allowed, source, changed_at };
  }
  if (category === "marketing" && marketing_consent) {
    return { is_allowed: true, source: marketing_consent.source, changed_at: marketing_consent.at };
  }
  return { is_allowed: !lacks_consent, source: null, changed_at: null };
}
