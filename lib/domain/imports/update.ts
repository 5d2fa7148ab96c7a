import * as contracts from "@/lib/contracts/imports/imports";
import { getLocationRow } from "@/lib/domain/organization/locations";
import type { Caller } from "@/lib/kernel/caller";
import { invalid } from "@/lib/kernel/errors";
import { type OrganizationCtx, operation, type ReadCtx } from "@/lib/kernel/operation";
import { countryOfLocation } from "./calling-codes";
import { settledDates } from "./date-order";
import { changeImport, type ImportRecord, lockImport, type Options, present } from "./find";
import { checkNewPlans } from "./new-plans";
import { repeatableFields } from "./parse/fields";

export const updateImport = operation(contracts.updateImport, async (ctx, { id, mapping, options }) => {
  const record = await lockImport(ctx, id, ["uploaded", "checked"]);
  ctx.expectVersion(record.version);
  const chosen = await merged(ctx, record.options, options ?? {});
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
    summary: null,
  });
  ctx.audit({
    target_type: "import",
    target_id: id,
    before: { options: record.options },
    after: { options: changed.options },
  });
  return present(ctx, changed);
});

/** The country of phone numbers follows the location, unless the owner chose another one (X6). */
async function merged(ctx: ReadCtx & OrganizationCtx, before: Options, given: Partial<Options>): Promise<Options> {
  const location = await getLocationRow(ctx, given.location_id ?? before.location_id);
  const { locale } = ctx.organization;
  const options: Options = { ...before, ...given };
  if (given.new_plans) options.new_plans = checkNewPlans(given.new_plans, location.currency);
  if (location.id === before.location_id || given.calling_code !== undefined) return options;
  const left = await getLocationRow(ctx, before.location_id);
  const isDefault = before.calling_code === (countryOfLocation(left, locale)?.calling_code ?? null);
  return isDefault ? { ...options, calling_code: countryOfLocation(location, locale)?.calling_code ?? null } : options;
}

/** An import that a bound caller changes is limited to that caller's locations. */
const narrowed = (record: ImportRecord, { location_ids }: Caller): string[] | null =>
  location_ids === null ? record.location_ids : [...location_ids];
