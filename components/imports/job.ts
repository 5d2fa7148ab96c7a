import type { Output } from "@/lib/contracts/contract";
import type { readImport } from "@/lib/contracts/imports/import-rows";
import type { getImport } from "@/lib/contracts/imports/imports";

export type ImportJob = Output<typeof getImport>;
export type ImportSummary = NonNullable<ImportJob["summary"]>;
export type ImportReading = Output<typeof readImport>;

export type Step = "columns" | "check" | "import";

export const isMoving = ({ status }: ImportJob): boolean => status === "checking" || status === "running";

/** Nothing has come of it, or nothing has stayed. */
export const isDiscardable = ({ status }: ImportJob): boolean =>
  status === "uploaded" || status === "checked" || status === "undone";

/** Where the person left off, by what the server knows. */
export function currentStep({ status, summary }: ImportJob): Step {
  if (status === "uploaded") return summary ? "check" : "columns";
  return status === "checking" || status === "checked" ? "check" : "import";
}

/** Before anything is created one may look back at every step that was reached; afterwards only the report is left. */
export function isOpenStep(job: ImportJob, step: Step): boolean {
  const order: Step[] = ["columns", "check", "import"];
  if (currentStep(job) === "import") return step === "import";
  if (job.status === "checking") return step === "check";
  const reached = job.status === "checked" ? "import" : currentStep(job);
  return order.indexOf(step) <= order.indexOf(reached);
}
