import { inTenant } from "@/db/tenancy";
import type { Payer } from "@/lib/domain/gateways/methods/payer";
import { type Caller, userIdOf } from "@/lib/kernel/caller";
import { notFound, orProblem, Problem } from "@/lib/kernel/errors";
import type { Ctx, OrganizationCtx, ReadCtx } from "@/lib/kernel/operation";
import type { MandateMethodKind } from "@/lib/values/gateways";
import { callSetup, type SetupAnswer } from "./call-setup";
import { getSetup, type ReservedSetup, reserveSetup } from "./reserve-setup";
import { describeSetup, settleSetup } from "./settle-setup";

/** What the gateway answered before the transaction, or why it was not called. */
export type CalledSetup = SetupAnswer | Problem;

type Wanted = {
  payerIn: (ctx: OrganizationCtx & ReadCtx) => Promise<Payer> | Payer;
  method_kind: MandateMethodKind | null;
  return_path: string;
};

/** Reserve and call: begins a setup, or goes on with the one of the payer that is open. */
export const beginSetup = (caller: Caller, { payerIn, method_kind, return_path }: Wanted): Promise<CalledSetup> =>
  calling(caller, async (ctx) => reserveSetup(ctx, { payer: await payerIn(ctx), method_kind, return_path }));

export const askSetup = (caller: Caller, { payerIn, id }: Pick<Wanted, "payerIn"> & { id: string }) =>
  calling(caller, async (ctx) => getSetup(ctx, id, await payerIn(ctx)));

async function calling(
  caller: Caller,
  find: (ctx: OrganizationCtx & ReadCtx) => Promise<ReservedSetup>,
): Promise<CalledSetup> {
  const { organization } = caller;
  if (!organization) return notFound();
  const organization_id = organization.id;
  return orProblem(async () => {
    const reserved = await inTenant({ organization_id, user_id: userIdOf(caller) }, (db) =>
      find({ db, organization_id, organization, caller, now: caller.clock.now() }),
    );
    return callSetup(caller, organization, reserved);
  });
}

/** Settle: stores the answer, and says what the page goes on with. */
export async function finishSetup(ctx: Ctx<CalledSetup>) {
  const called = ctx.prepared;
  if (called instanceof Problem) throw called;
  const row = await settleSetup(ctx, called);
  ctx.audit({ target_type: "method_setup", target_id: row.id, after: { status: row.status } });
  return describeSetup(ctx, row, called);
}
