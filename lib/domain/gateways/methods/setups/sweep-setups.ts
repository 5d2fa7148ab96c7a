import { and, asc, eq, isNull, lte } from "drizzle-orm";
import { z } from "zod";
import { methodSetups } from "@/db/schema";
import { job } from "@/lib/contracts/contract";
import { findGateways } from "@/lib/domain/gateways/connections/stored";
import type { Caller } from "@/lib/kernel/caller";
import { notFound } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { callSetup, type SetupAnswer } from "./call-setup";
import type { ReservedSetup } from "./reserve-setup";
import { settleSetup } from "./settle-setup";

/** The domain's own types: these operations are called by its jobs alone. */
const anything = z.custom<never>(() => true);

const findContract = job({
  id: "method_setups.find_unsettled",
  input: z.object({}),
  output: z.object({ reserved: z.array(anything) }),
});

const settleContract = job({
  id: "method_setups.settle",
  input: z.object({ answer: anything }),
  output: z.object({ status: z.string() }),
});

const batchSize = 50;

const find = operation(findContract, async (ctx) => {
  const { db, organization_id, now } = ctx;
  const setups = await db
    .select()
    .from(methodSetups)
    .where(
      and(
        eq(methodSetups.organization_id, organization_id),
        isNull(methodSetups.ended_at),
        lte(methodSetups.check_at, now.toString()),
      ),
    )
    .orderBy(asc(methodSetups.check_at), asc(methodSetups.id))
    .limit(batchSize);
  if (setups.length === 0) return { reserved: [] };
  const gateways = new Map((await findGateways(ctx)).map((row) => [row.id, row]));
  const reserved = setups.flatMap((setup): ReservedSetup[] => {
    const gateway = gateways.get(setup.gateway_id);
    return gateway ? [{ setup, gateway }] : [];
  });
  return { reserved: reserved as never[] };
});

const settle = operation(settleContract, async (ctx, { answer }) => {
  const { id, status } = await settleSetup(ctx, answer as SetupAnswer);
  ctx.audit({ target_type: "method_setup", target_id: id, after: { status } });
  return { status };
});

/** Asks the gateways what became of setups that no page asks for any more. After a day an open one is canceled. */
export async function sweepSetups(caller: Caller): Promise<{ settled: number }> {
  const { organization } = caller;
  if (!organization) throw notFound();
  const { reserved } = (await find(caller, {})) as { reserved: ReservedSetup[] };
  for (const one of reserved) await settle(caller, { answer: (await callSetup(caller, organization, one)) as never });
  return { settled: reserved.length };
}
