import { and, eq, isNull, sql } from "drizzle-orm";
import { messageProviders } from "@/db/schema";
import type { ClockCtx, TenantCtx } from "@/lib/kernel/operation";
import type { Channel } from "@/lib/values/delivery";
import { isProvider } from "./stored";

/** Stops delivery on the channel, unless the settings have changed meanwhile. Returns whether it was working before. */
export async function markFailing(
  ctx: ClockCtx,
  { channel, version }: { channel: Channel; version: number },
  failure: string,
): Promise<boolean> {
  const marked = await ctx.db
    .update(messageProviders)
    .set({ failing_since: ctx.now.toString(), failure })
    .where(and(isProvider(ctx, channel), eq(messageProviders.version, version), isNull(messageProviders.failing_since)))
    .returning({ channel: messageProviders.channel });
  return marked.length > 0;
}

/** Returns whether the provider was failing before. */
export async function markWorking(ctx: TenantCtx, { channel, version }: { channel: Channel; version: number }) {
  const marked = await ctx.db
    .update(messageProviders)
    .set({ failing_since: null, failure: null })
    .where(
      and(
        isProvider(ctx, channel),
        eq(messageProviders.version, version),
        sql`${messageProviders.failing_since} is not null`,
      ),
    )
    .returning({ channel: messageProviders.channel });
  return marked.length > 0;
}
