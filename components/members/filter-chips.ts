import { formatDay, formatMonth, type LocaleContext, lowercaseRelativeDay } from "@/lib/client/format";
import type { FilterName, Filters } from "./query";
import { statusLabels } from "./status-words";

export type Names = { plans: ReadonlyMap<string, string> };
export type Chip = { name: FilterName; field: string; operator: string; value: string };

/** What narrows the list, a chip for each; the search field tells its own. */
export function chipsOf(filters: Filters, names: Names, localeContext: LocaleContext): Chip[] {
  const { status, plan_id, tag, joined_from, joined_to, last_visit_before, birth_month } = filters;
  const { birthday_on, is_banned, archived } = filters;
  const day = (on: string) => lowercaseRelativeDay(formatDay(on, localeContext));
  const chips: (Chip | false | undefined)[] = [
    filters.member_id && {
      name: "member_id",
      field: "Members",
      operator: "are",
      value: `${filters.member_id.length} chosen`,
    },
    status &&
      several(
        "status",
        "Status",
        status.map((one) => statusLabels[one]),
      ),
    plan_id &&
      several(
        "plan_id",
        "Plan",
        plan_id.map((id) => names.plans.get(id) ?? "deleted plan"),
        "plans",
      ),
    tag && { name: "tag", field: "Tag", operator: "is", value: tag.join(" and ") },
    joined_from !== undefined && { name: "joined_from", field: "Joined", operator: "from", value: day(joined_from) },
    joined_to !== undefined && { name: "joined_to", field: "Joined", operator: "up to", value: day(joined_to) },
    last_visit_before !== undefined && {
      name: "last_visit_before",
      field: "No visit",
      operator: "since",
      value: day(last_visit_before),
    },
    birth_month !== undefined && {
      name: "birth_month",
      field: "Birthday",
      operator: "in",
      value: monthName(birth_month, localeContext.locale),
    },
    birthday_on !== undefined && { name: "birthday_on", field: "Birthday", operator: "on", value: day(birthday_on) },
    is_banned !== undefined && { name: "is_banned", field: "Banned", operator: "is", value: is_banned ? "yes" : "no" },
    archived !== undefined &&
      archived !== "no" && {
        name: "archived",
        field: "Archived",
        operator: archived === "only" ? "are" : "are shown",
        value: archived === "only" ? "the only ones" : "too",
      },
  ];
  return chips.filter((chip) => chip !== false && chip !== undefined);
}

export const monthName = (month: number, locale: string): string =>
  formatMonth(`2026-${String(month).padStart(2, "0")}-01`, locale);

const several = (name: FilterName, field: string, values: string[], many = "of them"): Chip => ({
  name,
  field,
  operator: values.length > 1 ? "is any of" : "is",
  value: values.length > 2 ? `${values.length} ${many}` : values.join(" or "),
});
