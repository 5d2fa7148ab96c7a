import { and, asc, eq, lte } from "drizzle-orm";
import { z } from "zod";
import { savedMethods } from "@/db/schema";
import { job } from "@/lib/contracts/contract";
import { openGateway } from "@/lib/domain/gateways/connections/open-gateway";
import { findGateways, type GatewayRow } from "@/lib/domain/gateways/connections/stored";
import type { Caller } from "@/lib/kernel/caller";
import { notFound } from "@/lib/kernel/errors";
import { log } from "@/lib/kernel/log";
import { operation } from "@/lib/kernel/operation";
import type { GatewayResult } from "@/lib/providers/payments";

/** The domain's own types: these operations are called by its jobs alone. */
const anything = z.custom<never>(() => true);

const findContract = job({
  id: "saved_methods.find_undetached",
  input: z.object({}),
  output: z.object({ methods: z.array(anything), gateways: z.array(anything) }),
});

const settleContract = job({
  id: "saved_methods.detach",
  input: z.object({ ids: z.array(z.uuid()), later: z.array(z.uuid()) }),
  output: z.object({ detached: z.int() }),
});

type MethodRow = typeof savedMethods.$inferSelect;

const batchSize = 50;
const againAfter = { minutes: 10 } as const;

const find = operation(findContract, async (ctx) => {
  const { db, organization_id, now } = ctx;
  const methods = await db
    .select()
    .from(savedMethods)
    .where(and(eq(savedMethods.organization_id, organization_id), lte(savedMethods.detach_at, now.toString())))
    .orderBy(asc(savedMethods.detach_at), asc(savedMethods.id))
    .limit(batchSize);
  const gateways = methods.length > 0 ? await findGateways(ctx) : [];
  return { methods: methods as never[], gateways: gateways as never[] };
});

const settle = operation(settleContract, async (ctx, { ids, later }) => {
  const { db, organization_id, now } = ctx;
  const at = now.add(againAfter).toString();
  for (const [some, detach_at] of [[ids, null] as const, [later, at] as const])
    for (const id of some)
      await db
        .update(savedMethods)
        .set({ detach_at })
        .where(and(eq(savedMethods.organization_id, organization_id), eq(savedMethods.id, id)));
  if (ids.length > 0) ctx.audit({ target_type: "saved_method", target_id: null, after: { detached: ids.length } });
  return { detached: ids.length };
});

/** Asks gateways to forget the methods that were removed. A repetition does no harm at any of them. */
export async function detachMethods(caller: Caller): Promise<{ detached: number }> {
  const { organization, clock } = caller;
  if (!organization) throw notFound();
  const { methods, gateways } = (await find(caller, {})) as { methods: MethodRow[]; gateways: GatewayRow[] };
  if (methods.length === 0) return { detached: 0 };
  const [ids, later]: [string[], string[]] = [[], []];
  for (const { id, gateway_id, customer_ref, method_ref } of methods) {
    const row = gateways.find((one) => one.id === gateway_id);
    const opened = row && openGateway(row, { ...organization, clock });
    const result: GatewayResult<null> =
      opened && "gateway" in opened
        ? await opened.gateway.removeMethod({ customer_ref, method_ref })
        : { outcome: "misconfigured", message: "The keys cannot be read." };
    // A refusal stays one. Here the method is not charged in any case.
    if (result.outcome === "refused")
      log().warn({ organization_id: organization.id, saved_method_id: id, reason: result.message }, "not detached");
    (result.outcome === "answered" || result.outcome === "refused" ? ids : later).push(id);
  }
  return settle(caller, { ids, later });
}
