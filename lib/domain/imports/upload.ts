import { newId } from "@/db/id";
import { imports } from "@/db/schema";
import * as contracts from "@/lib/contracts/imports/imports";
import { homeLocation } from "@/lib/domain/organization/locations";
import { type Caller, userIdOf } from "@/lib/kernel/caller";
import { Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import type { Upload } from "@/lib/kernel/upload";
import { countryOfLocation } from "./calling-codes";
import { dateOrder } from "./date-order";
import { changeImport, type ImportRecord, type Options, present } from "./find";
import { type Spooled, spool } from "./spool";
import { stageRows } from "./stage";

export const uploadImport = operation(
  contracts.uploadImport,
  async (ctx, { file_name, location_id }) => {
    const location = await homeLocation(ctx, location_id, "location_id");
    const id = newId();
    const { organization_id } = ctx;
    const created_by = userIdOf(ctx.caller);
    // The import is inserted before its rows, which refer to it, and updated afterwards.
    const options: Options = {
      date_format: null,
      duplicates: "ask",
      location_id: location.id,
      calling_code: countryOfLocation(location, ctx.organization.locale)?.calling_code ?? null,
      plans: {},
      new_plans: {},
      send_welcome: false,
      send_invitations: false,
    };
    const draft = {
      id,
      organization_id,
      file_name,
      status: "uploaded" as const,
      headers: [],
      mapping: {},
      options,
      location_ids: ctx.caller.location_ids && [...ctx.caller.location_ids],
      date_format_evidence: "none",
      created_by,
    };
    const [record] = await ctx.db.insert(imports).values(draft).returning();
    const staged = await stageRows(ctx, id, ctx.prepared);
    const completed = await changeImport(ctx, record as ImportRecord, {
      headers: staged.headers,
      mapping: staged.columns.mapping,
      options: { ...options, date_format: dateOrder(staged.dates, staged.headers) },
      date_format_evidence: staged.dates,
      total_rows: staged.total_rows,
    });
    ctx.audit({ target_type: "import", target_id: id, after: { file_name, total_rows: staged.total_rows } });
    return present(ctx, completed);
  },
  { prepare: takeFile, release: ({ handle }) => handle.close(), writes_many: true },
);

function takeFile(_caller: Caller, _input: unknown, upload: Upload | undefined): Promise<Spooled> {
  if (!upload) throw new Problem("malformed_body", "Send the CSV file as the request's body.");
  return spool(upload);
}
