import { sql } from "drizzle-orm";
import * as contracts from "@/lib/contracts/imports/imports";
import { startBatch } from "@/lib/domain/identity/member-invitations";
import type { Caller } from "@/lib/kernel/caller";
import { Problem } from "@/lib/kernel/errors";
import { log } from "@/lib/kernel/log";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { finishBeforeShutdown, isShuttingDown } from "@/lib/kernel/shutdown";
import { checkBatch } from "./check-batch";
import { createBatch } from "./create-batch";
import { changeImport, type ImportRecord, isMoving, lockImport, present } from "./find";
import { markDuplicates } from "./mark-duplicates";
import { notifyAuthor } from "./notify-author";
import { settleGrowth } from "./statistics";
import { summarize } from "./summarize";

/**
 * Processes one batch in one transaction under the import's lock. After a crash the next call repeats the batch; concurrent
 * workers are serialized.
 */
export const advanceImport = operation(
  contracts.advanceImport,
  async (ctx, { id }) => {
    const record = await lockImport(ctx, id, ["checking", "running"]);
    const advanced = await changeImport(ctx, record, await advance(ctx, record));
    const { status, processed_rows } = advanced;
    if (advanced.failure) await notifyAuthor(ctx, advanced, advanced.failure);
    ctx.audit({ target_type: "import", target_id: id, after: { status, processed_rows } });
    ctx.signal({ topic: "import", id, location_id: record.options.location_id });
    return present(ctx, advanced);
  },
  { writes_many: true },
);

/** A batch that the database rejects stops the import and retains all earlier ones, instead of failing forever. */
async function advance(ctx: Ctx, record: ImportRecord): Promise<Partial<ImportRecord>> {
  await ctx.db.execute(sql`savepoint batch`);
  try {
    const rows = record.status === "checking" ? await checkBatch(ctx, record) : await createBatch(ctx, record);
    return rows > 0 ? { processed_rows: record.processed_rows + rows } : await completion(ctx, record);
  } catch (error) {
    log().error({ err: error, import_id: record.id }, "a batch of an import failed");
    await ctx.db.execute(sql`rollback to savepoint batch`);
    const failure =
      error instanceof Problem ? error.message : "These rows could not be stored. Send the import's id to support.";
    return { status: record.status === "checking" ? "uploaded" : "failed", failure };
  }
}

async function completion(ctx: Ctx, record: ImportRecord): Promise<Partial<ImportRecord>> {
  if (record.status === "checking") await markDuplicates(ctx, record);
  else await settleGrowth(ctx, record.processed_rows);
  if (record.status === "running" && record.options.send_invitations) {
    await startBatch(ctx, { import_id: record.id }, { location_ids: record.location_ids, user_id: record.created_by });
  }
  const summary = await summarize(ctx, record);
  const rest = { summary, failure: null };
  return record.status === "checking"
    ? { ...rest, status: "checked" }
    : { ...rest, status: "done", finished_at: ctx.now.toString() };
}

const running = new Set<string>();

/** Processes an import batch by batch until it is idle. One loop per import and process. */
export async function processInBackground(caller: Caller, id: string): Promise<void> {
  if (running.has(id)) return;
  running.add(id);
  try {
    while (!isShuttingDown() && isMoving((await finishBeforeShutdown("jobs", advanceImport(caller, { id }))).status)) {
      // Lets other requests of this process run between batches.
      await new Promise((resolve) => setImmediate(resolve));
    }
  } catch (error) {
    log().warn(
      { err: error, import_id: id },
      "an import stopped; it continues when its page is opened or with the next sweep",
    );
  } finally {
    running.delete(id);
  }
}
