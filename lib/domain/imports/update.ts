import * as contracts from "@/lib/contracts/imports/imports";
import { getLocationRow } from "@/lib/domain/organization/locations";
import type { Caller } from "@/lib/kernel/caller";
import { invalid } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { settledDates } from "./date-order";
import { changeImport, type ImportRecord, lockImport, type Options, present } from "./find";
import { repeatableFields } from "./parse/fields";

export const updateImport = operation(contracts.updateImport, async (ctx, { id, mapping, options }) => {
  const record = await lockImport(ctx, id, ["uploaded", "checked"]);
  ctx.expectVersion(record.version);
  if (options?.location_id) await getLocationRow(ctx, options.location_id);
  const chosen: Options = { ...record.options, ...options };
  const columns = mapping ?? record.mapping;
  for (const position of Object.keys(columns)) {
    if (Number(position) >= record.headers.length) throw invalid("mapping", `The file has no column ${position}.`);
  }
  const taken = Object.values(columns).filter((field) => !repeatableFields.has(field));
  const twice = taken.find((field, index) => taken.indexOf(field) !== index);
  if (twice) throw invalid("mapping", `Two columns are set to ${twice}. Keep one of them.`);
  const changed = await changeImport(ctx, record, {
    ...(await settledDates(ctx, record, columns, chosen)),
    mapping: columns,
    location_ids: narrowed(record, ctx.caller),
    status: "uploaded",
    // Changed options invalidate the check. Changed plan choices retain the list of plan names.
    summary: !mapping && Object.keys(options ?? {}).every((answer) => answer === "plans") ? record.summary : null,
  });
  ctx.audit({
    target_type: "import",
    target_id: id,
    before: { options: record.options },
    after: { options: changed.options },
  });
  return present(ctx, changed);
});

/** An import that a bound caller changes is limited to that caller's locations. */
const narrowed = (record: ImportRecord, { location_ids }: Caller): string[] | null =>
  location_ids === null ? record.location_ids : [...location_ids];
