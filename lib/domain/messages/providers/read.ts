import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { messages } from "@/db/schema";
import * as contracts from "@/lib/contracts/messages/notification-providers";
import { env } from "@/lib/kernel/env";
import { type Ctx, operation, type TenantCtx } from "@/lib/kernel/operation";
import { type Channel, channels } from "@/lib/values/delivery";
import { installationMail } from "./installation";
import { findProvider, readableSecrets } from "./stored";
import { fieldsOf, vendorLabels, vendorsOf } from "./vendor-fields";

type Provider = z.input<typeof contracts.provider>;
type Vendor = Provider["vendor"];

const withWebhook = new Set(["resend", "sendgrid", "twilio"]);

export async function readProvider(ctx: Ctx<unknown>, channel: Channel): Promise<Provider> {
  const [row, waiting] = [await findProvider(ctx, channel), await countWaiting(ctx, channel)];
  const installation_vendor = channel === "email" ? installationMail()?.settings.vendor : undefined;
  const vendor = (row?.vendor ?? installation_vendor ?? "local") as Vendor;
  return {
    channel,
    vendor,
    owner: row ? "organization" : "installation",
    settings: row?.settings ?? {},
    secrets: row ? Object.keys(readableSecrets(row)) : [],
    webhook_url: row && withWebhook.has(vendor) ? webhookUrl(vendor, ctx.organization.slug) : null,
    failing_since: row?.failing_since ?? null,
    failure: row?.failure ?? null,
    waiting,
    choices: vendorsOf(channel).map((name) => ({
      vendor: name as Vendor,
      label: vendorLabels[name] ?? name,
      fields: fieldsOf(channel, name),
    })),
    version: row?.version ?? 0,
  };
}

export const listProviders = operation(contracts.listProviders, async (ctx) => ({
  data: await Promise.all(channels.map((channel) => readProvider(ctx, channel))),
}));

export const webhookUrl = (vendor: string, slug: string): string =>
  new URL(`/api/webhooks/${vendor}/${slug}`, env().PUBLIC_URL).href;

async function countWaiting({ db, organization_id }: TenantCtx, channel: Channel): Promise<number> {
  const [row] = await db
    .select({ waiting: sql<number>`count(*)::int` })
    .from(messages)
    .where(
      and(eq(messages.organization_id, organization_id), eq(messages.channel, channel), eq(messages.state, "queued")),
    );
  return row?.waiting ?? 0;
}
