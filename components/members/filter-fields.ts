import type { FilterField } from "@/components/ui/filters/filter-menu";
import { memberStatuses } from "@/lib/values/statuses";
import { monthName } from "./filter-chips";
import { statusLabels } from "./status-words";

type Known = {
  plans: readonly { id: string; name: string }[];
  tags: readonly string[];
  locale: string;
  can_see_archive: boolean;
};

export function filterFields({ plans, tags, locale, can_see_archive }: Known): FilterField[] {
  const options = (
    name: string,
    label: string,
    list: { value: string; label: string }[],
    many = false,
  ): FilterField => ({
    name,
    label,
    kind: "options",
    options: list,
    many,
  });
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  return [
    options(
      "status",
      "Status",
      memberStatuses.map((value) => ({ value, label: statusLabels[value] })),
      true,
    ),
    options(
      "plan_id",
      "Plan",
      plans.map(({ id, name }) => ({ value: id, label: name })),
      true,
    ),
    options("tag", "Tag", plain(tags), true),
    { name: "last_visit_before", label: "No visit since", kind: "day", hint: "Members without a visit since this day" },
    { name: "joined_from", label: "Joined from", kind: "day", hint: "Members who joined on this day or later" },
    { name: "joined_to", label: "Joined up to", kind: "day", hint: "Members who joined on this day or before" },
    options(
      "birth_month",
      "Birthday in",
      Array.from({ length: 12 }, (_, index) => ({ value: String(index + 1), label: monthName(index + 1, locale) })),
    ),
    options("is_banned", "Banned", [
      { value: "true", label: "Banned" },
      { value: "false", label: "Not banned" },
    ]),
    ...(can_see_archive
      ? [
          options("archived", "Archived", [
            { value: "only", label: "Only archived" },
            { value: "any", label: "Include archived" },
          ]),
        ]
      : []),
  ];
}
