import { importRows } from "@/db/schema";
import * as contracts from "@/lib/contracts/imports/imports";
import { Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { processInBackground } from "./advance";
import { createMissingPlans } from "./create-plans";
import { changeImport, lockImport, present } from "./find";
import { isRowOf } from "./row-of";

/** The dry run (X1). Can be repeated after each correction. */
export const checkImport = operation(
  contracts.checkImport,
  async (ctx, { id }) => {
    const record = await lockImport(ctx, id, ["uploaded", "checked"]);
    if (!record.options.date_format) {
      throw new Problem(
        "import_not_ready",
        "The file's dates are ambiguous. Choose whether the day or the month comes first.",
      );
    }
    const fields = Object.values(record.mapping);
    if (!fields.includes("first_name") && !fields.includes("full_name")) {
      throw new Problem("import_not_ready", "Choose the column with the first name or the full name.");
    }
    await ctx.db
      .update(importRows)
      .set({ status: "pending", parsed: null, problems: null })
      .where(isRowOf(ctx.organization_id, id));
    const started = await changeImport(ctx, record, {
      status: "checking",
      processed_rows: 0,
      summary: null,
      failure: null,
    });
    ctx.audit({ target_type: "import", target_id: id, after: { status: "checking" } });
    return present(ctx, started);
  },
  { afterCommit: (caller, { id }) => void processInBackground(caller, id) },
);

export const runImport = operation(
  contracts.runImport,
  async (ctx, { id, send_welcome, send_invitations }) => {
    const record = await lockImport(ctx, id, ["checked", "failed"]);
    if (!record.summary?.ready)
      throw new Problem("import_not_ready", "No row is ready. Correct the columns or the file first.");
    await createMissingPlans(ctx, record);
    const goes_on = record.status === "failed";
    const options = goes_on ? record.options : { ...record.options, send_welcome, send_invitations };
    const started = await changeImport(ctx, record, {
      status: "running",
      options,
      // What an earlier run created before it stopped counts on.
      processed_rows: goes_on ? record.processed_rows : 0,
      failure: null,
    });
    const rows = record.summary.ready;
    ctx.audit({
      target_type: "import",
      target_id: id,
      after: {
        status: "running",
        rows,
        send_welcome: options.send_welcome,
        send_invitations: options.send_invitations ?? false,
      },
    });
    return present(ctx, started);
  },
  { afterCommit: (caller, { id }) => void processInBackground(caller, id) },
);
