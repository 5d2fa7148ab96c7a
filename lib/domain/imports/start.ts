import { importRows } from "@/db/schema";
import * as contracts from "@/lib/contracts/imports/imports";
import { getLocationRow } from "@/lib/domain/organization/locations";
import { Problem } from "@/lib/kernel/errors";
import { operation, type ReadCtx } from "@/lib/kernel/operation";
import { processInBackground } from "./advance";
import { createMissingPlans } from "./create-plans";
import { changeImport, type ImportRecord, lockImport, present } from "./find";
import { openQuestions, refuseOpen } from "./open-questions";
import { listPlanChoices } from "./plan-choices";
import { isRowOf } from "./row-of";

/** The dry run (X1). Can be repeated after each correction. */
export const checkImport = operation(
  contracts.checkImport,
  async (ctx, { id }) => {
    const record = await lockImport(ctx, id, ["uploaded", "checked"]);
    const { questions } = await questionsOf(ctx, record);
    // X7: a check shows the rows of unknown plans, with a suggestion.
    refuseOpen(questions.filter(({ question }) => question !== "plan"));
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
    const goes_on = record.status === "failed";
    const { questions, currency } = await questionsOf(ctx, record);
    refuseOpen(questions);
    await createMissingPlans(ctx, record, currency);
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

async function questionsOf(ctx: ReadCtx, record: ImportRecord) {
  const [{ currency }, names] = await Promise.all([
    getLocationRow(ctx, record.options.location_id),
    listPlanChoices(ctx, record),
  ]);
  return { currency, questions: openQuestions(record, names, currency) };
}
