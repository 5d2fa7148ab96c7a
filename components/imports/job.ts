import type { Output } from "@/lib/contracts/contract";
import type { readImport } from "@/lib/contracts/imports/import-rows";
import type { getImport } from "@/lib/contracts/imports/imports";

export type ImportJob = Output<typeof getImport>;
export type ImportSummary = NonNullable<ImportJob["summary"]>;
export type ImportReading = Output<typeof readImport>;

export type FoundPlan = ImportReading["plans"][number];

export type Step = "columns" | "check" | "import";

export const isMoving = ({ status }: ImportJob): boolean => status === "checking" || status === "running";

/** True if the import has created nothing, or was undone. */
export const isDiscardable = ({ status }: ImportJob): boolean =>
  status === "uploaded" || status === "checked" || status === "undone";

/** The step that follows from the server's state of the import. */
export function currentStep({ status }: ImportJob): Step {
  if (status === "uploaded") return "columns";
  return status === "checking" || status === "checked" ? "check" : "import";
}

/** Until the import runs, every step up to the current one can be opened. Afterwards only the report can. */
export function isReachableStep(job: ImportJob, step: Step): boolean {
  const order: Step[] = ["columns", "check", "import"];
  if (currentStep(job) === "import") return step === "import";
  if (job.status === "checking") return step === "check";
  const reached = job.status === "checked" ? "import" : currentStep(job);
  return order.indexOf(step) <= order.indexOf(reached);
}
