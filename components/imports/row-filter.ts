import { importRowKinds } from "@/lib/contracts/imports/import-rows";
import { type ImportRowStatus, importRowStatuses } from "@/lib/values/statuses";
import { fieldName, rowStatusLabels } from "./import-labels";
import type { ImportJob } from "./job";

export type RowKind = (typeof importRowKinds)[number];
export type RowFilter = { status?: ImportRowStatus[]; kind?: RowKind; problem?: string };

export const kindLabels: Record<RowKind, string> = {
  member: "New member",
  membership: "Membership",
  due_in_30_days: "Due in the next 30 days",
  recurring: "Recurring monthly",
  owes: "Owes money",
  has_credit: "Has account credit",
  with_warning: "Ready with a warning",
};

/** Reads the filter from the query parameters. Invalid values are ignored. */
export function readRowFilter({ status = "", kind, problem }: Record<string, string | undefined>): RowFilter {
  const requested = status.split(",");
  const statuses = importRowStatuses.filter((one) => requested.includes(one));
  const known = importRowKinds.find((one) => one === kind);
  return {
    ...(statuses.length > 0 ? { status: statuses } : {}),
    ...(known ? { kind: known } : {}),
    ...(problem ? { problem: problem.slice(0, 80) } : {}),
  };
}

const maxMessageLength = 48;

/** A short form of a problem for the filter chip, such as "Email: “ada@” is not an email address". */
export function shortProblem({ field, message }: NonNullable<ImportJob["summary"]>["problems"][number]): string {
  const text = message.length > maxMessageLength ? `${message.slice(0, maxMessageLength).trimEnd()}…` : message;
  return `${fieldName(field)}: ${text}`;
}

type Tab = { label: string; href: string; count?: number };

export function rowTabs({ summary, total_rows }: ImportJob, hrefOf: (status?: ImportRowStatus) => string): Tab[] {
  const all = { label: "All", href: hrefOf(), count: total_rows };
  if (!summary) return [all];
  const counted = (["ready", "created", "refused", "skipped"] as const).filter((status) => summary[status] > 0);
  return [
    all,
    ...counted.map((status) => ({ label: rowStatusLabels[status].word, href: hrefOf(status), count: summary[status] })),
  ];
}
