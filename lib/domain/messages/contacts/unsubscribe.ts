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
import { choiceInForce } from "./choice-in-force";
import type { Contact } from "./contact";
import { contactsOf } from "./contacts-of";
import { readUnsubscribeToken, type Subscription } from "./unsubscribe-link";

type View = z.input<typeof contracts.readUnsubscribe.output>;
type Given = { token: string };

export const readUnsubscribe = insideGymOfLink(
  operation(contracts.readUnsubscribe, async (ctx, { token }) => {
    const { subscription, contact } = await open(ctx, token);
    return describe(ctx, subscription, choiceInForce(contact, subscription.channel, subscription.category).is_allowed);
  }),
);

export const unsubscribe = insideGymOfLink(
  operation(contracts.unsubscribe, (ctx, { token }) => decide(ctx, token, false)),
);

export const resubscribe = insideGymOfLink(
  operation(contracts.resubscribe, (ctx, { token }) => decide(ctx, token, true)),
);

async function decide(ctx: Ctx<unknown>, token: string, is_allowed: boolean): Promise<View> {
  const { subscription, contact } = await open(ctx, token);
  const { member_id, channel, category } = subscription;
  const before = choiceInForce(contact, channel, category);
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

async function open(ctx: Ctx<unknown>, token: string): Promise<{ subscription: Subscription; contact: Contact }> {
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
  new Problem("link_invalid", "This link is not complete. Open it from the message again, or ask the gym.");

/** The link is the proof: whoever is signed in beside it does not matter, and the gym is the link's own. */
function insideGymOfLink<C extends Contract>(inner: Operation<C>): Operation<C> {
  const inside = async (caller: Caller, input: unknown): Promise<Caller> => {
    const { ip, user_agent, request_id, reason, clock } = caller;
    const subscription = readUnsubscribeToken(String((input as Partial<Given>).token ?? ""));
    const organization = subscription && (await findOrganizationCard({ id: subscription.organization_id }));
    return { ...anonymousCaller({ ip, user_agent, request_id, reason }), organization, clock };
  };
  const run = (async (caller, input) => inner(await inside(caller, input), input)) as Operation<C>;
  return Object.assign(run, {
    contract: inner.contract,
    execute: (async (caller, input, terms) =>
      inner.execute(await inside(caller, input), input, terms)) as Operation<C>["execute"],
  });
}
