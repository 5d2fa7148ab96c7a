import { and, eq, isNull, lt } from "drizzle-orm";
import { newId } from "@/db/id";
import { methodSetups } from "@/db/schema";
import type { GatewayRow } from "@/lib/domain/gateways/connections/stored";
import { getGateway } from "@/lib/domain/gateways/connections/stored";
import { factsOf, isPayerOf, mandateMaxOf, type Payer } from "@/lib/domain/gateways/methods/payer";
import { userIdOf } from "@/lib/kernel/caller";
import { notFound, Problem } from "@/lib/kernel/errors";
import type { OrganizationCtx, ReadCtx } from "@/lib/kernel/operation";
import type { MandateMethodKind } from "@/lib/values/gateways";

export type SetupRow = typeof methodSetups.$inferSelect;
export type ReservedSetup = { setup: SetupRow; gateway: GatewayRow };

type Wanted = { payer: Payer; method_kind: MandateMethodKind | null; return_path: string };

/** Until the gateway's answer is stored, a sweep asks for it after this time. */
const answerWithin = { minutes: 2 } as const;

/** Gateways forget keys and pages after a day, and so does the setup. */
export const setupLasts = { hours: 24 } as const;

/** Banks take no UPI mandate above this. */
const MAX_UPI_MINOR = 99_999_00;

/**
 * The setup is stored before the gateway is called. A payer has one at a time at a gateway, so that a second page goes on with it and
 * two requests at once begin the same one.
 */
export async function reserveSetup(
  ctx: OrganizationCtx & ReadCtx,
  { payer, method_kind, return_path }: Wanted,
): Promise<ReservedSetup> {
  const { db, organization_id, now } = ctx;
  const { payer_member_id, payer_company_id } = payer;
  const facts = await factsOf(ctx, payer);
  if (!facts) throw notFound();
  const { gateway, currency } = facts;
  if (!gateway) throw new Problem("conflict", "The gym takes no payments online right now. Ask at the desk.");
  if (gateway.failing_since)
    throw new Problem("conflict", "Payment methods cannot be added right now. Try again later, or ask at the desk.");
  const isLive = and(
    eq(methodSetups.organization_id, organization_id),
    eq(methodSetups.gateway_id, gateway.id),
    isPayerOf(methodSetups, payer),
    isNull(methodSetups.ended_at),
  );
  await db
    .update(methodSetups)
    .set({ status: "canceled", ended_at: now.toString(), check_at: null, failure: expiredSentence })
    .where(and(isLive, lt(methodSetups.created_at, now.subtract(setupLasts).toString())));
  const mandate_max_minor = await mandateMaxOf(ctx, payer, currency);
  await db
    .insert(methodSetups)
    .values({
      ...{ id: newId(), organization_id, gateway_id: gateway.id, payer_member_id, payer_company_id },
      ...{ status: "reserved" as const, currency, method_kind, return_path },
      mandate_max_minor: method_kind === "upi" ? Math.min(mandate_max_minor, MAX_UPI_MINOR) : mandate_max_minor,
      ...{ check_at: now.add(answerWithin).toString(), created_by: userIdOf(ctx.caller), created_at: now.toString() },
    })
    .onConflictDoNothing();
  const [setup] = await db.select().from(methodSetups).where(isLive);
  if (!setup) throw new Problem("conflict", "Something changed at the same time. Try again.");
  return { setup, gateway };
}

export const expiredSentence = "The page was closed before the method was saved.";

/** The setup of a payer, with its gateway. Throws 404 for that of another payer. */
export async function getSetup(ctx: ReadCtx, id: string, payer: Payer): Promise<ReservedSetup> {
  const { db, organization_id } = ctx;
  const [setup] = await db
    .select()
    .from(methodSetups)
    .where(
      and(eq(methodSetups.organization_id, organization_id), eq(methodSetups.id, id), isPayerOf(methodSetups, payer)),
    );
  if (!setup) throw notFound();
  return { setup, gateway: await getGateway(ctx, setup.gateway_id) };
}
