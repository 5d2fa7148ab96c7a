import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { messages } from "@/db/schema";
import * as contracts from "@/lib/contracts/messages/notification-providers";
import { env } from "@/lib/kernel/env";
import { type Ctx, operation, type TenantCtx } from "@/lib/kernel/operation";
import { type Channel, channels } from "@/lib/values/delivery";
import { installationMail } from "./installation";
import { findProvider, findProviders, readableSecrets, type StoredProvider } from "./stored";
import { fieldsOf, vendorLabels, vendorsOf } from "./vendor-fields";

type Provider = z.input<typeof contracts.provider>;
type Vendor = Provider["vendor"];

const withWebhook = new Set(["resend", "sendgrid", "twilio"]);

export async function readProvider(ctx: Ctx<unknown>, channel: Channel): Promise<Provider> {
  const [row, waiting] = await Promise.all([findProvider(ctx, channel), countWaiting(ctx)]);
  return describeProvider(ctx, channel, { row, waiting: waiting.get(channel) ?? 0 });
}

export const listProviders = operation(contracts.listProviders, async (ctx) => {
  const [rows, waiting] = await Promise.all([findProviders(ctx), countWaiting(ctx)]);
  const stored = new Map(rows.map((row) => [row.channel, row]));
  return {
    data: channels.map((channel) =>
      describeProvider(ctx, channel, { row: stored.get(channel), waiting: waiting.get(channel) ?? 0 }),
    ),
  };
});

type State = { row: StoredProvider | undefined; waiting: number };

function describeProvider(ctx: Ctx<unknown>, channel: Channel, { row, waiting }: State): Provider {
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

export const webhookUrl = (vendor: string, slug: string): string =>
  new URL(`/api/webhooks/${vendor}/${slug}`, env().PUBLIC_URL).href;

/** The state is not a placeholder: a prepared plan could not use the partial index then. */
async function countWaiting({ db, organization_id }: TenantCtx): Promise<Map<Channel, number>> {
  const rows = await db
    .select({ channel: messages.channel, waiting: sql<number>`count(*)::int` })
    .from(messages)
    .where(and(eq(messages.organization_id, organization_id), sql`${messages.state} = 'queued'`))
    .groupBy(messages.channel);
  return new Map(rows.map(({ channel, waiting }) => [channel, waiting]));
}
