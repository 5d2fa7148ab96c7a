import { ButtonLink } from "@/components/ui/controls/button";
import { Callout } from "@/components/ui/data/callout";
import { counted } from "@/lib/values/counted";
import type { StepProps } from "./import-wizard";
import type { ImportSummary } from "./job";
import { ProblemTable } from "./problem-table";
import { SummaryFigures } from "./summary-figures";
import { UndoButton } from "./undo-button";

/** After an undo, only created plans that are used elsewhere remain. */
function remainingPlansText(names: readonly string[]): string {
  if (names.length === 0) return "Plans created by the import were deleted as well.";
  const [remain, them] = names.length === 1 ? ["remains", "it"] : ["remain", "them"];
  return `${names.join(", ")} ${remain} on sale, because other members have ${them} or another import needs ${them}.`;
}

export function ImportReport({
  job,
  controls,
  summary,
  base,
  organization,
  locale,
}: StepProps & { summary: ImportSummary }) {
  const what = `${counted(summary.members, "member", "members", locale)} and ${counted(summary.memberships, "membership", "memberships", locale)}`;
  if (job.status === "undone") {
    return (
      <div className="flex max-w-[44rem] flex-col items-start gap-4 px-gutter py-6">
        <Callout tone="plain" title="This import was undone" className="self-stretch" role="status">
          {what} were removed. {remainingPlansText(job.created_plans)}
        </Callout>
        <ButtonLink href={`/manage/${organization}/settings/import`}>Upload another file</ButtonLink>
      </div>
    );
  }
  return (
    <>
      <div className="flex flex-wrap items-start gap-4 px-gutter py-4">
        <Callout tone="good" title={`${what} were created`} className="min-w-[16rem] flex-1" role="status">
          {summary.refused + summary.skipped > 0
            ? `${counted(summary.refused + summary.skipped, "row", "rows", locale)} were not imported. Correct them and upload them as a new file.`
            : "All rows of the file were imported."}
        </Callout>
        <div className="flex flex-wrap gap-2">
          <UndoButton job={job} controls={controls} locale={locale} />
          <ButtonLink variant="primary" href={`/manage/${organization}/members`}>
            View members
          </ButtonLink>
        </div>
      </div>
      <div className="border-line border-t">
        <SummaryFigures summary={summary} rowsHref={`${base}/rows`} locale={locale} />
      </div>
      <ProblemTable job={job} summary={summary} organization={organization} base={base} locale={locale} />
    </>
  );
}
