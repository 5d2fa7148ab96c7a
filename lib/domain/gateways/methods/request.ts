import { and, eq } from "drizzle-orm";
import { newId } from "@/db/id";
import { members } from "@/db/schema";
import * as contracts from "@/lib/contracts/gateways/payment-methods";
import { notify } from "@/lib/domain/messages/notifications";
import { homeLocation, withinReach } from "@/lib/domain/organization/locations";
import { invalid, notFound, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation, type ReadCtx } from "@/lib/kernel/operation";
import { methodLinkUrl } from "./link-token";
import { factsOf, type Payer } from "./payer";

const linkDays = 7;

/** Staff never see a card: the payer opens the link. It is sent, and shown once to hand it over in another way. */
export const requestMethod = operation(contracts.requestMethod, async (ctx, { member_id, company_id }) => {
  if ((member_id === undefined) === (company_id === undefined))
    throw invalid("member_id", "Choose who pays: a member or a company.");
  const payer: Payer = { payer_member_id: member_id ?? null, payer_company_id: company_id ?? null };
  if (member_id && !(await isWithinReach(ctx, member_id))) throw notFound();
  const facts = await factsOf(ctx, payer);
  if (!facts) throw notFound();
  if (!facts.gateway)
    throw new Problem("conflict", "No payment gateway is connected. Connect one before you ask for a card.");
  const { organization_id, now } = ctx;
  const expires_at = now.add({ hours: linkDays * 24 });
  const url = methodLinkUrl({ organization_id, payer, expires_at });
  const is_sent = await send(ctx, payer, url);
  const [target_type, target_id] = member_id ? ["member", member_id] : ["company", company_id ?? null];
  ctx.audit({ target_type, target_id, after: { is_sent, expires_at: expires_at.toString() } });
  return { url, expires_at: expires_at.toString({ fractionalSecondDigits: 3 }), is_sent };
});

async function send(ctx: Ctx<unknown>, { payer_member_id, payer_company_id }: Payer, url: string): Promise<boolean> {
  const addressee = payer_member_id
    ? { member_id: payer_member_id }
    : { company_id: payer_company_id ?? "", location_id: (await homeLocation(ctx, undefined)).id };
  const { queued } = await notify(ctx, "card_requested", [
    { ...addressee, event_key: `card_requested:${newId()}`, link: url, variables: { card_link: url } },
  ]);
  return queued > 0;
}

async function isWithinReach({ db, organization_id, caller }: ReadCtx, id: string): Promise<boolean> {
  const rows = await db
    .select({ id: members.id })
    .from(members)
    .where(
      and(
        eq(members.organization_id, organization_id),
        eq(members.id, id),
        withinReach(caller, members.home_location_id),
      ),
    );
  return rows.length > 0;
}
