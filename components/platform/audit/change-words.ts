import { hoursText } from "@/components/organization/hours-text";
import { formatDateTime, type LocaleContext } from "@/lib/client/format";
import { formatShortDate } from "@/lib/client/format-short-date";
import { type Currency, formatMoney } from "@/lib/values/money";
import type { OpeningHours } from "@/lib/values/opening-hours";
import { roleNames } from "@/lib/values/role-names";
import { currencyCode } from "@/lib/values/schemas/currency";
import { openingHours } from "@/lib/values/schemas/opening-hours";
import { role } from "@/lib/values/schemas/permissions";

export type ChangeReader = {
  localeContext: LocaleContext;
  today: string;
  /** The organization's currency, used when the entry contains none. */
  currency: string;
  /** Names of locations and staff by id. */
  names: ReadonlyMap<string, string>;
};

export type Change = { field: string; before: string | null; after: string | null };
type Side = Record<string, unknown> | null;

/** Internal fields that are not shown. */
const hiddenFields = new Set(["id", "version", "file_id", "card_id", "storage_key", "family_id"]);

export function changesOf(before: Side, after: Side, reader: ChangeReader): Change[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const currency = currencyIn(after) ?? currencyIn(before) ?? reader.currency;
  return names
    .filter((name) => !hiddenFields.has(name))
    .map((name) => ({
      field: fieldWords(name),
      before: before && name in before ? valueWords(name, before[name], { ...reader, currency }) : null,
      after: after && name in after ? valueWords(name, after[name], { ...reader, currency }) : null,
    }))
    .filter(({ before, after }) => before !== after && !isBareId(after ?? before));
}

/** Ids without a known name are not shown. */
const isBareId = (text: string | null) => text !== null && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

const currencyIn = (side: Side): string | null => {
  const parsed = currencyCode.safeParse(side?.currency);
  return parsed.success ? parsed.data : null;
};

function fieldWords(name: string): string {
  const bare = name.replace(/_(minor|at|on|id|ids)$/, "").replaceAll("_", " ");
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

function valueWords(name: string, value: unknown, reader: ChangeReader): string {
  const { localeContext, today, names, currency } = reader;
  if (value === null || value === undefined || value === "") return "—";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") {
    if (name.endsWith("_minor")) return formatMoney(value, currency as Currency, localeContext.locale);
    return new Intl.NumberFormat(localeContext.locale).format(value);
  }
  if (typeof value === "string") return textWords(name, value, { localeContext, today, names });
  if (Array.isArray(value)) {
    if (value.length === 0) return name === "location_ids" ? "all locations" : "none";
    return value.map((item) => valueWords(name, item, reader)).join(", ");
  }
  if (name.endsWith("_hours") && openingHours.safeParse(value).success)
    return hoursText(value as OpeningHours, localeContext.locale);
  return Object.entries(value as object)
    .map(([key, item]) => `${fieldWords(key).toLowerCase()} ${valueWords(key, item, reader)}`)
    .join(", ");
}

function textWords(
  name: string,
  value: string,
  { localeContext, today, names }: Omit<ChangeReader, "currency">,
): string {
  const known = names.get(value);
  if (known) return known;
  if (name.endsWith("_at") && !Number.isNaN(Date.parse(value))) return formatDateTime(value, localeContext);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatShortDate(value, today, localeContext.locale);
  const parsedRole = name === "role" ? role.safeParse(value) : null;
  if (parsedRole?.success) return roleNames[parsedRole.data];
  return value.replaceAll(/^[a-z]+(_[a-z]+)+$/g, (word) => word.replaceAll("_", " "));
}
