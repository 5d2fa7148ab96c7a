import { and, desc, eq, inArray } from "drizzle-orm";
import { devices, messageProviders } from "@/db/schema";
import * as contracts from "@/lib/contracts/messages/devices";
import { notFound } from "@/lib/kernel/errors";
import { hashSecret } from "@/lib/kernel/keys";
import { type Ctx, operation, type TenantCtx } from "@/lib/kernel/operation";
import { firebaseSettings, type WebPushSettings } from "@/lib/values/provider-settings";

/** The oldest devices above this limit are removed. */
const maxDevices = 20;

export const listDevices = operation(contracts.listDevices, async (ctx) => {
  const data = await ctx.db
    .select()
    .from(devices)
    .where(ofMember(ctx))
    .orderBy(desc(devices.seen_at), desc(devices.id));
  return { data, web_push: await webPush(ctx) };
});

export const registerDevice = operation(contracts.registerDevice, async (ctx, { kind, token, label }) => {
  const { db, organization_id, now } = ctx;
  const at = now.toString();
  const values = { member_id: ownId(ctx), kind, label, seen_at: at };
  const [row] = await db
    .insert(devices)
    .values({ ...values, organization_id, token, token_hash: hashSecret(token), created_at: at })
    .onConflictDoUpdate({ target: [devices.organization_id, devices.token_hash], set: values })
    .returning();
  if (!row) throw new Error("The upsert must return the device");
  await deleteOldest(ctx);
  ctx.audit({ target_type: "device", target_id: row.id, after: { kind, label } });
  return row;
});

export const removeDevice = operation(contracts.removeDevice, async (ctx, { id }) => {
  const [row] = await ctx.db
    .delete(devices)
    .where(and(ofMember(ctx), eq(devices.id, id)))
    .returning();
  if (!row) throw notFound();
  ctx.audit({ target_type: "device", target_id: id, before: { kind: row.kind, label: row.label } });
  return null;
});

/** Deletes devices whose token the vendor reports as unregistered; such a token never becomes valid again. */
export async function deleteDevices({ db, organization_id }: TenantCtx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.delete(devices).where(and(eq(devices.organization_id, organization_id), inArray(devices.id, [...ids])));
}

const ofMember = (ctx: Ctx<unknown>) =>
  and(eq(devices.organization_id, ctx.organization_id), eq(devices.member_id, ownId(ctx)));

function ownId({ caller }: Ctx<unknown>): string {
  if (!caller.member_id) throw notFound();
  return caller.member_id;
}

async function deleteOldest(ctx: Ctx<unknown>): Promise<void> {
  const surplus = ctx.db
    .select({ id: devices.id })
    .from(devices)
    .where(ofMember(ctx))
    .orderBy(desc(devices.seen_at), desc(devices.id))
    .offset(maxDevices);
  await ctx.db.delete(devices).where(and(ofMember(ctx), inArray(devices.id, surplus)));
}

/** The settings for browser push; null unless the organization uses Firebase with web settings. */
async function webPush({ db, organization_id }: Ctx<unknown>): Promise<WebPushSettings | null> {
  const [row] = await db
    .select({ vendor: messageProviders.vendor, settings: messageProviders.settings })
    .from(messageProviders)
    .where(and(eq(messageProviders.organization_id, organization_id), eq(messageProviders.channel, "push")));
  if (row?.vendor !== "firebase") return null;
  const { web_api_key, web_app_id, web_project_id, web_messaging_sender_id, web_vapid_key } = row.settings;
  const parsed = firebaseSettings.shape.web.safeParse({
    api_key: web_api_key,
    app_id: web_app_id,
    project_id: web_project_id,
    messaging_sender_id: web_messaging_sender_id,
    vapid_key: web_vapid_key,
  });
  return parsed.success ? parsed.data : null;
}
