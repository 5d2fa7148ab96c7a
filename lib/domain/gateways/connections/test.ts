import { and, eq } from "drizzle-orm";
import { paymentGateways } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/gateways/payment-gateways";
import type { Caller } from "@/lib/kernel/caller";
import { notFound, orProblem, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import type { GatewayAccount, GatewayResult } from "@/lib/providers/payments";
import { asSentence } from "@/lib/values/sentence";
import { markGatewayFailing, markGatewayWorking } from "./failing";
import { openGateway } from "./open-gateway";
import { readGateway } from "./read";
import { getGateway } from "./stored";
import { vendorLabels } from "./vendor-fields";

type Tested = { version: number; label: string; result: GatewayResult<GatewayAccount> };

/** The vendor is asked before the transaction, so that none is open during the call. */
export const testGateway = operation(
  contracts.testGateway,
  async (ctx: Ctx<Tested | Problem>, { id }) => {
    if (ctx.prepared instanceof Problem) throw ctx.prepared;
    const { version, label, result } = ctx.prepared;
    if (result.outcome === "misconfigured") await markGatewayFailing(ctx, { id, version }, result.message);
    if (result.outcome === "answered") {
      await markGatewayWorking(ctx, { id, version });
      const { account_ref, name, is_live } = result.value;
      await ctx.db
        .update(paymentGateways)
        .set({ account_ref, account_name: name, is_live })
        .where(
          and(
            eq(paymentGateways.organization_id, ctx.organization_id),
            eq(paymentGateways.id, id),
            eq(paymentGateways.version, version),
          ),
        );
    }
    ctx.audit({ target_type: "payment_gateway", target_id: id, after: { outcome: result.outcome } });
    return { outcome: result.outcome, answer: answerOf(label, result), gateway: await readGateway(ctx, id) };
  },
  { prepare: ask },
);

function answerOf(label: string, result: GatewayResult<GatewayAccount>): string {
  if (result.outcome !== "answered") return asSentence(result.message);
  const { name, account_ref, can_charge, is_live } = result.value;
  const account = `${label} answers: the ${is_live ? "live" : "test"} account ${name ?? account_ref}`;
  return can_charge ? `${account} can charge.` : `${account} cannot charge yet. Complete its set-up at ${label}.`;
}

async function ask({ organization, clock }: Caller, { id }: { id: string }): Promise<Tested | Problem> {
  if (!organization) return notFound();
  const organization_id = organization.id;
  return orProblem(async () => {
    const row = await inTenant({ organization_id, user_id: null }, (db) => getGateway({ db, organization_id }, id));
    const opened = openGateway(row, { ...organization, clock });
    const result: Tested["result"] =
      "gateway" in opened ? await opened.gateway.test() : { outcome: "misconfigured", message: opened.unreadable };
    return { version: row.version, label: vendorLabels[row.vendor], result };
  });
}
