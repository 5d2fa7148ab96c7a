import { and, asc, eq, inArray, lt } from "drizzle-orm";
import { z } from "zod";
import { imports } from "@/db/schema";
import { job } from "@/lib/contracts/contract";
import type { Caller } from "@/lib/kernel/caller";
import { log } from "@/lib/kernel/log";
import { operation } from "@/lib/kernel/operation";
import { advanceImport, processInBackground } from "./advance";
import { changeImport, isMoving, lockImport } from "./find";
import { notifyAuthor } from "./notify-author";

/** A running loop finishes a batch within seconds. */
const stalledMinutes = 2;
const givenUpMinutes = 60;

const failure = "The import made no progress for an hour. Start it again to continue.";

const findTerms = job({
  id: "imports.find_stalled",
  input: z.strictObject({}),
  output: z.object({ stalled: z.array(z.object({ id: z.uuid(), is_lost: z.boolean() })) }),
});

const findStalled = operation(findTerms, async ({ db, organization_id, now }) => {
  const rows = await db
    .select({ id: imports.id, updated_at: imports.updated_at })
    .from(imports)
    .where(
      and(
        eq(imports.organization_id, organization_id),
        inArray(imports.status, ["checking", "running"]),
        lt(imports.updated_at, now.subtract({ minutes: stalledMinutes }).toString()),
      ),
    )
    .orderBy(asc(imports.id));
  const lost_before = now.subtract({ minutes: givenUpMinutes }).epochMilliseconds;
  return { stalled: rows.map(({ id, updated_at }) => ({ id, is_lost: Date.parse(updated_at) < lost_before })) };
});

const giveUpTerms = job({ id: "imports.give_up", input: z.strictObject({ id: z.uuid() }), output: z.null() });

const giveUp = operation(giveUpTerms, async (ctx, { id }) => {
  const record = await lockImport(ctx, id, ["checking", "running"]);
  const status = record.status === "checking" ? "uploaded" : "failed";
  await notifyAuthor(ctx, await changeImport(ctx, record, { status, failure }), failure);
  ctx.audit({ target_type: "import", target_id: id, after: { status } });
  ctx.signal({ topic: "import", id, location_id: record.options.location_id });
  return null;
});

/** Resumes interrupted imports. Ends imports without progress for an hour and notifies their authors. */
export async function resumeImports(caller: Caller): Promise<{ stalled: number }> {
  const { stalled } = await findStalled(caller, {});
  for (const { id, is_lost } of stalled) {
    try {
      if (isMoving((await advanceImport(caller, { id })).status)) void processInBackground(caller, id);
    } catch (error) {
      log().error({ err: error, import_id: id }, "a stalled import made no progress");
      if (is_lost) await giveUp(caller, { id });
    }
  }
  return { stalled: stalled.length };
}
