"use client";

import { ButtonLink } from "@/components/ui/controls/button";
import { Callout } from "@/components/ui/data/callout";
import type { StepProps } from "./import-wizard";
import { ProblemTable } from "./problem-table";
import { Progress } from "./progress";
import { StepFooter } from "./step-footer";
import { SummaryFigures } from "./summary-figures";

export function CheckStep({ job, base, organization, locale }: StepProps) {
  const { summary, status, total_rows, processed_rows } = job;
  if (status === "checking" || !summary) {
    return (
      <Progress title="Checking every row" done={processed_rows} total={total_rows} locale={locale}>
        <p>Nothing is created yet. You can leave this page; the check continues in the background.</p>
      </Progress>
    );
  }
  return (
    <>
      <SummaryFigures summary={summary} rowsHref={`${base}/rows`} locale={locale} />
      {summary.ready === 0 ? (
        <div className="px-gutter pt-4">
          <Callout tone="warn" title="No rows can be imported">
            Correct the problems listed below in the answers, the columns or the file, and check again.
          </Callout>
        </div>
      ) : null}
      <ProblemTable job={job} summary={summary} organization={organization} base={base} locale={locale} />
      <StepFooter note="Compare these figures with your old software before you import.">
        {summary.ready > 0 ? (
          <ButtonLink variant="primary" size="lg" href={`${base}?step=import`}>
            Review import
          </ButtonLink>
        ) : (
          <ButtonLink variant="primary" size="lg" href={`${base}?step=columns`}>
            Back to questions
          </ButtonLink>
        )}
      </StepFooter>
    </>
  );
}
