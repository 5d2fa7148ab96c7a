import { importRowKinds } from "@/lib/contracts/imports/import-rows";
import { type ImportRowStatus, importRowStatuses } from "@/lib/values/statuses";
import type { ImportJob } from "./job";
import { fieldName, rowStatusWords } from "./words";

export type RowKind = (typeof importRowKinds)[number];
export type RowFilter = { status?: ImportRowStatus[]; kind?: RowKind; problem?: string };

export const kindWords: Record<RowKind, string> = {
  member: "New member",
  membership: "Membership",
  due_in_30_days: "Due in the next 30 days",
  recurring: "Recurring monthly",
  with_warning: "Ready with a remark",
};

/** From the address; what it does not know falls away. */
export function readRowFilter({ status = "", kind, problem }: Record<string, string | undefined>): RowFilter {
  const wanted = status.split(",");
  const statuses = importRowStatuses.filter((one) => wanted.includes(one));
  const known = importRowKinds.find((one) => one === kind);
  return {
    ...(statuses.length > 0 ? { status: statuses } : {}),
    ...(known ? { kind: known } : {}),
    ...(problem ? { problem: problem.slice(0, 80) } : {}),
  };
}

const longestName = 48;

/** "Email: “ada@” is no e-mail address": enough to know it by. */
export function shortProblem({ field, message }: NonNullable<ImportJob["summary"]>["problems"][number]): string {
  const said = message.length > longestName ? `${message.slice(0, longestName).trimEnd()}…` : message;
  return `${fieldName(field)}: ${said}`;
}

type Tab = { label: string; href: string; count?: number };

export function rowTabs({ summary, total_rows }: ImportJob, hrefOf: (status?: ImportRowStatus) => string): Tab[] {
  const all = { label: "All", href: hrefOf(), count: total_rows };
  if (!summary) return [all];
  const counted = (["ready", "created", "refused", "skipped"] as const).filter((status) => summary[status] > 0);
  return [
    all,
    ...counted.map((status) => ({ label: rowStatusWords[status].word, href: hrefOf(status), count: summary[status] })),
  ];
}
