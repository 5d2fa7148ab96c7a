import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { tillSessions } from "@/db/schema";
import * as contracts from "@/lib/contracts/billing/till";
import { getLocationRow } from "@/lib/domain/organization/locations";
import { toPage } from "@/lib/kernel/cursor";
import { newestFirst } from "@/lib/kernel/newest-first";
import { operation } from "@/lib/kernel/operation";
import { movementsOf, selectSessions } from "./find";

export const listTillSessions = operation(contracts.listTillSessions, async (ctx, { location_id, limit, cursor }) => {
  const { order, after } = newestFirst(tillSessions.opened_at, tillSessions.id, cursor);
  const rows = await selectSessions(
    ctx,
    and(location_id ? eq(tillSessions.location_id, location_id) : undefined, after),
  )
    .orderBy(...order)
    .limit(limit + 1);
  return toPage(rows, limit, ({ opened_at, id }) => [opened_at, id]);
});

export const currentTill = operation(contracts.currentTill, async (ctx, { location_id }) => {
  await getLocationRow(ctx, location_id);
  const here = eq(tillSessions.location_id, location_id);
  const [session = null] = await selectSessions(ctx, and(here, isNull(tillSessions.closed_at)));
  const [last] = await selectSessions(ctx, and(here, isNotNull(tillSessions.closed_at)))
    .orderBy(desc(tillSessions.opened_at))
    .limit(1);
  const movements = session ? await movementsOf(ctx, session.id) : [];
  return { session, movements, last_left_minor: last?.left_minor ?? null };
});
