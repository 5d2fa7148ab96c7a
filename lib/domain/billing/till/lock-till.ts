import { and, eq, isNull } from "drizzle-orm";
import { tillMovements, tillSessions } from "@/db/schema";
import { Problem } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import { formatMoney } from "@/lib/values/money";
import { cashIn } from "./cash-in";

export type TillSession = typeof tillSessions.$inferSelect;

/** The open till of a location, locked until the transaction ends. It is the last lock that a transaction takes. */
export async function findOpenTill({ db, organization_id }: Ctx<unknown>, location_id: string) {
  const [session] = await db
    .select()
    .from(tillSessions)
    .where(
      and(
        eq(tillSessions.organization_id, organization_id),
        eq(tillSessions.location_id, location_id),
        isNull(tillSessions.closed_at),
      ),
    )
    .for("update");
  return session ?? null;
}

/** K16: cash moves through an open till. */
export async function lockOpenTill(ctx: Ctx<unknown>, location_id: string): Promise<TillSession> {
  const session = await findOpenTill(ctx, location_id);
  if (!session)
    throw new Problem(
      "till_closed",
      "The till of this location is closed. Open it with its float, then take the cash.",
    );
  return session;
}

type Movement = Omit<typeof tillMovements.$inferInsert, "organization_id" | "till_session_id" | "id"> & { id: string };

/** Takes cash out of the drawer or puts it in. A drawer never holds less than nothing. */
export async function moveCashOf(ctx: Ctx<unknown>, session: TillSession, movement: Movement): Promise<void> {
  if (movement.amount_minor < 0) {
    const inside = await cashIn(ctx, session);
    if (inside + movement.amount_minor < 0) {
      const holds = formatMoney(inside, session.currency, ctx.organization.locale);
      throw new Problem("conflict", `The drawer holds ${holds}. Take out at most that, or pay cash in first.`);
    }
  }
  await ctx.db
    .insert(tillMovements)
    .values({ ...movement, organization_id: ctx.organization_id, till_session_id: session.id });
}
