import { and, eq, isNull, sql } from "drizzle-orm";
import { messageProviders } from "@/db/schema";
import type { Channel } from "@/lib/values/delivery";
import { isProvider, type Scope } from "./stored";

/** From now on the channel's messages wait. Settings that were changed meanwhile are not meant. Says whether this is news. */
export async function markFailing(
  scope: Scope & { now: { toString(): string } },
  { channel, version }: { channel: Channel; version: number },
  failure: string,
): Promise<boolean> {
  const marked = await scope.db
    .update(messageProviders)
    .set({ failing_since: scope.now.toString(), failure })
    .where(
      and(isProvider(scope, channel), eq(messageProviders.version, version), isNull(messageProviders.failing_since)),
    )
    .returning({ channel: messageProviders.channel });
  return marked.length > 0;
}

/** Says whether anything was waiting for it. */
export async function markWorking(scope: Scope, { channel, version }: { channel: Channel; version: number }) {
  const marked = await scope.db
    .update(messageProviders)
    .set({ failing_since: null, failure: null })
    .where(
      and(
        isProvider(scope, channel),
        eq(messageProviders.version, version),
        sql`${messageProviders.failing_since} is not null`,
      ),
    )
    .returning({ channel: messageProviders.channel });
  return marked.length > 0;
}
