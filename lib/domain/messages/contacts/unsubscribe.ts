import type { z } from "zod";
import * as contracts from "@/lib/contracts/messages/unsubscribe";
import { lockMemberRow } from "@/lib/domain/members";
import { memberUpdated } from "@/lib/domain/members/events";
import { inOrganizationOfToken } from "@/lib/domain/organization";
import { Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { changePreferences } from "./change-preferences";
import type { Contact } from "./contact";
import { contactsOf } from "./contacts-of";
import { effectivePreference } from "./effective-preference";
import { readUnsubscribeToken, type Subscription } from "./unsubscribe-link";

type View = z.input<typeof contracts.readUnsubscribe.output>;

export const readUnsubscribe = inOrganizationOfToken(
  operation(contracts.readUnsubscribe, async (ctx, { token }) => {
    const { subscription, contact } = await readLink(ctx, token);
    return describe(
      ctx,
      subscription,
      effectivePreference(contact, subscription.channel, subscription.category).is_allowed,
    );
  }),
  organizationIn,
);

export const unsubscribe = inOrganizationOfToken(
  operation(contracts.unsubscribe, (ctx, { token }) => setPreference(ctx, token, false)),
  organizationIn,
);

export const resubscribe = inOrganizationOfToken(
  operation(contracts.resubscribe, (ctx, { token }) => setPreference(ctx, token, true)),
  organizationIn,
);

async function setPreference(ctx: Ctx<unknown>, token: string, is_allowed: boolean): Promise<View> {
  const { subscription, contact } = await readLink(ctx, token);
  const { member_id, channel, category } = subscription;
  const before = effectivePreference(contact, channel, category);
  const entry = { target_type: "member", target_id: member_id };
  if (before.is_allowed === is_allowed) {
    ctx.audit(entry);
  } else {
    const member = await lockMemberRow(ctx, member_id);
    await changePreferences(ctx, member, { choices: [{ channel, category, is_allowed }] }, "unsubscribe_link");
    const field = `${channel}_${category}`;
    ctx.audit({ ...entry, before: { [field]: before.is_allowed }, after: { [field]: is_allowed } });
    ctx.emit(memberUpdated, { member_id });
  }
  return describe(ctx, subscription, is_allowed);
}

async function readLink(ctx: Ctx<unknown>, token: string): Promise<{ subscription: Subscription; contact: Contact }> {
  const subscription = readUnsubscribeToken(token);
  if (!subscription || !ctx.caller.organization) throw linkInvalid();
  const contact = (await contactsOf(ctx, [subscription.member_id])).get(subscription.member_id);
  if (!contact) throw linkInvalid();
  return { subscription, contact };
}

const describe = ({ organization }: Ctx<unknown>, { channel, category }: Subscription, is_allowed: boolean): View => ({
  gym_name: organization.name,
  slug: organization.slug,
  brand_color: organization.brand_color,
  channel,
  category,
  is_allowed,
});

const linkInvalid = () =>
  new Problem("link_invalid", "This link is incomplete. Open it from the message again, or contact the gym.");

function organizationIn(token: string): string | null {
  return readUnsubscribeToken(token)?.organization_id ?? null;
}
