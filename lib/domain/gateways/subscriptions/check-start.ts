import { and, eq, isNull } from "drizzle-orm";
import { gatewaySubscriptions } from "@/db/schema";
import { chargeableMethods, type MethodRow } from "@/lib/domain/gateways/attempts/chargeable-methods";
import { openGateway } from "@/lib/domain/gateways/connections/open-gateway";
import { findCurrentGateway, type GatewayRow } from "@/lib/domain/gateways/connections/stored";
import type { Ctx, OrganizationCtx } from "@/lib/kernel/operation";
import type { SubscriptionTerms } from "@/lib/providers/payments";
import type { CalendarDay } from "@/lib/values/calendar-day";
import type { Followed } from "./rows";
import type { startRefusals } from "./sentences";
import { wantedOf } from "./wanted";

type Startable = {
  gateway: GatewayRow;
  method: MethodRow | null;
  terms: SubscriptionTerms;
  next_bill_on: CalendarDay;
  payer: { payer_member_id: string | null; payer_company_id: string | null };
};
type Checked = Startable | { refusal: keyof typeof startRefusals };

/** Whether the gateway can bill a membership from its next bill on. */
export async function checkStart(
  ctx: OrganizationCtx & Pick<Ctx<unknown>, "caller">,
  followed: Followed,
  { locks }: { locks: boolean },
): Promise<Checked> {
  const gateway = await findCurrentGateway(ctx, followed.seller.entity.id);
  if (!gateway) return { refusal: "no_gateway" };
  if (gateway.billing_cycle !== "gateway") return { refusal: "not_chosen" };
  if (gateway.failing_since) return { refusal: "failing" };
  const opened = openGateway(gateway, { ...ctx.organization, clock: ctx.caller.clock });
  const vendor = "gateway" in opened ? opened.gateway.subscriptions : undefined;
  if (!vendor) return { refusal: "not_offered" };
  const { terms, next_bill_on, is_frozen, ...wanted } = wantedOf(followed, followed.seller, ctx.organization);
  if (is_frozen) return { refusal: "frozen" };
  if (!terms || !next_bill_on) return { refusal: "not_recurring" };
  if (terms.amount_minor <= 0) return { refusal: "free" };
  if (await hasLive(ctx, followed.row.id)) return { refusal: "live" };
  const payer = { payer_member_id: wanted.payer_member_id, payer_company_id: wanted.payer_company_id };
  if (!vendor.takes_saved_methods) return { gateway, method: null, terms, next_bill_on, payer };
  const method = (await chargeableMethods(ctx, [payer], { gateways: [gateway], locks }))(payer, gateway);
  if (!method) return { refusal: "no_method" };
  const max_minor = method.mandate_max_minor;
  if (max_minor !== null && terms.amount_minor > max_minor) return { refusal: "above_mandate" };
  return { gateway, method, terms, next_bill_on, payer };
}

async function hasLive({ db, organization_id }: OrganizationCtx, membership_id: string): Promise<boolean> {
  const [live] = await db
    .select({ id: gatewaySubscriptions.id })
    .from(gatewaySubscriptions)
    .where(
      and(
        eq(gatewaySubscriptions.organization_id, organization_id),
        eq(gatewaySubscriptions.membership_id, membership_id),
        isNull(gatewaySubscriptions.ended_at),
      ),
    );
  return live !== undefined;
}
