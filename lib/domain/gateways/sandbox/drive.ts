import { and, count, eq, gt, inArray } from "drizzle-orm";
import { sandboxEvents, sandboxObjects } from "@/db/schema";
import * as contracts from "@/lib/contracts/gateways/sandbox";
import { sandboxReported } from "@/lib/domain/gateways/events";
import { toPage } from "@/lib/kernel/cursor";
import { notFound } from "@/lib/kernel/errors";
import { newestFirst } from "@/lib/kernel/newest-first";
import { type Ctx, operation, type TenantCtx } from "@/lib/kernel/operation";
import { type AnySandboxObject, accountRef, actOn, payOut, type SandboxData } from "@/lib/providers/payments/sandbox";
import { asVendor, requireSandboxes } from "./current";
import { objectOf } from "./store";
import { isListed, viewOf } from "./view";

const settings = { target_type: "sandbox", target_id: null };

export const readSandbox = operation(contracts.readSandbox, async (ctx) => {
  const [first = ""] = await requireSandboxes(ctx);
  return stateOf(ctx, await behaviourOf(ctx, first));
});

/** All sandboxes of a gym behave alike. */
export const changeSandbox = operation(contracts.changeSandbox, async (ctx, { account, webhooks }) => {
  const gateway_ids = await requireSandboxes(ctx);
  const before = await behaviourOf(ctx, gateway_ids[0] ?? "");
  const after = { mode: account ?? before.mode, webhooks: webhooks ?? before.webhooks };
  for (const gateway_id of gateway_ids) {
    await asVendor(ctx, gateway_id, async ({ tx }) => {
      const stored = await tx.find("account", accountRef);
      if (stored) await tx.save({ ...stored, data: after });
    });
  }
  ctx.audit({ ...settings, before: { ...before }, after });
  return stateOf(ctx, after);
});

export const listSandboxObjects = operation(contracts.listSandboxObjects, async (ctx, { kind, limit, cursor }) => {
  await requireSandboxes(ctx);
  const t = sandboxObjects;
  const { order, after } = newestFirst(t.created_at, t.id, cursor);
  const rows = await ctx.db
    .select()
    .from(t)
    .where(and(eq(t.organization_id, ctx.organization_id), eq(t.kind, kind), after))
    .orderBy(...order)
    .limit(limit + 1);
  const page = toPage(rows, limit, (row) => [row.created_at, row.id]);
  return { ...page, data: page.data.map(viewOf) };
});

export const actOnSandboxObject = operation(contracts.actOnSandboxObject, async (ctx, { id, action }) => {
  const found = await findRow(ctx, id);
  if (!found || !isListed(found.kind)) throw notFound();
  await requireSandboxes(ctx);
  await asVendor(ctx, found.gateway_id, async (vendor) => {
    // Read again, because the lock of the account holds from here on.
    const row = (await findRow(ctx, id)) ?? found;
    await actOn(vendor, objectOf(row) as AnySandboxObject, action);
  });
  ctx.audit({ target_type: "sandbox_object", target_id: id, after: { kind: found.kind, ref: found.ref, action } });
  return viewOf((await findRow(ctx, id)) ?? found);
});

export const payOutSandbox = operation(contracts.payOutSandbox, async (ctx) => {
  const refs: string[] = [];
  for (const gateway_id of await requireSandboxes(ctx)) {
    const made = await asVendor(ctx, gateway_id, (vendor) => payOut(vendor, { is_early: true }));
    refs.push(...made.map(({ ref }) => ref));
  }
  ctx.audit({ ...settings, after: { payouts: refs } });
  if (refs.length === 0) return { data: [] };
  const t = sandboxObjects;
  const rows = await ctx.db
    .select()
    .from(t)
    .where(and(eq(t.organization_id, ctx.organization_id), eq(t.kind, "payout"), inArray(t.ref, refs)));
  return { data: rows.map(viewOf) };
});

export const deliverEventsNow = operation(contracts.deliverSandboxEvents, async (ctx) => {
  await requireSandboxes(ctx);
  const due = await ctx.db
    .update(sandboxEvents)
    .set({ due_at: ctx.now.toString() })
    .where(isWaiting(ctx))
    .returning({ gateway_id: sandboxEvents.gateway_id });
  for (const gateway_id of new Set(due.map((event) => event.gateway_id))) ctx.emit(sandboxReported, { gateway_id });
  ctx.audit({ ...settings, after: { events: due.length } });
  return { events: due.length };
});

const isWaiting = ({ organization_id }: Pick<TenantCtx, "organization_id">) =>
  and(eq(sandboxEvents.organization_id, organization_id), gt(sandboxEvents.deliveries, 0));

async function stateOf(ctx: TenantCtx, { mode, webhooks }: SandboxData["account"]) {
  const [row] = await ctx.db.select({ waiting: count() }).from(sandboxEvents).where(isWaiting(ctx));
  return { account: mode, webhooks, waiting_events: row?.waiting ?? 0 };
}

/** An account that was never called works. */
async function behaviourOf({ db, organization_id }: TenantCtx, gateway_id: string): Promise<SandboxData["account"]> {
  const t = sandboxObjects;
  const [row] = await db
    .select()
    .from(t)
    .where(and(eq(t.organization_id, organization_id), eq(t.gateway_id, gateway_id), eq(t.kind, "account")));
  return row ? objectOf<"account">(row).data : { mode: "works", webhooks: "prompt" };
}

async function findRow({ db, organization_id }: Pick<Ctx<unknown>, "db" | "organization_id">, id: string) {
  const t = sandboxObjects;
  const [row] = await db
    .select()
    .from(t)
    .where(and(eq(t.organization_id, organization_id), eq(t.id, id)));
  return row;
}
