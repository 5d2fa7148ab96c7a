import type { z } from "zod";
import type { Contract } from "@/lib/contracts/contract";
import * as contracts from "@/lib/contracts/messages/unsubscribe";
import { lockMemberRow } from "@/lib/domain/members";
import { memberUpdated } from "@/lib/domain/members/events";
import { findOrganizationCard } from "@/lib/domain/organization";
import { anonymousCaller, type Caller } from "@/lib/kernel/caller";
import { Problem } from "@/lib/kernel/errors";
import { type Ctx, type Operation, operation } from "@/lib/kernel/operation";
import { changePreferences } from "./change-preferences";
import type { Contact } from "./contact";
import { contactsOf } from "./contacts-of";
import { effectivePreference } from "./effective-preference";
import { readUnsubscribeToken, type Subscription } from "./unsubscribe-link";

type View = z.input<typeof contracts.readUnsubscribe.output>;
type Input = { token: string };

export const readUnsubscribe = inOrganizationOfLink(
  operation(contracts.readUnsubscribe, async (ctx, { token }) => {
    const { subscription, contact } = await readLink(ctx, token);
    return describe(
      ctx,
      subscription,
      effectivePreference(contact, subscription.channel, subscription.category).is_allowed,
    );
  }),
);

export const unsubscribe = inOrganizationOfLink(
  operation(contracts.unsubscribe, (ctx, { token }) => setPreference(ctx, token, false)),
);

export const resubscribe = inOrganizationOfLink(
  operation(contracts.resubscribe, (ctx, { token }) => setPreference(ctx, token, true)),
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

/** The link alone authorizes the call, in the link's organization. The session is ignored. */
function inOrganizationOfLink<C extends Contract>(inner: Operation<C>): Operation<C> {
  const callerOfLink = async (caller: Caller, input: unknown): Promise<Caller> => {
    const { ip, user_agent, request_id, reason, clock } = caller;
    const subscription = readUnsubscribeToken(String((input as Partial<Input>).token ?? ""));
    const organization = subscription && (await findOrganizationCard({ id: subscription.organization_id }));
    return { ...anonymousCaller({ ip, user_agent, request_id, reason }), organization, clock };
  };
  const run = (async (caller, input) => inner(await callerOfLink(caller, input), input)) as Operation<C>;
  return Object.assign(run, {
    contract: inner.contract,
    execute: (async (caller, input, options) =>
      inner.execute(await callerOfLink(caller, input), input, options)) as Operation<C>["execute"],
  });
}
