"use client";

import { Button, ButtonLink } from "@/components/ui/controls/button";
import { Callout } from "@/components/ui/data/callout";
import type { StepProps } from "./import-wizard";
import { PlanMapping } from "./plan-mapping";
import { ProblemTable } from "./problem-table";
import { Progress } from "./progress";
import { StepFooter } from "./step-footer";
import { SummaryFigures } from "./summary-figures";

export function CheckStep({ job, controls, base, organization, locale, plans }: StepProps) {
  const { summary, status, total_rows, processed_rows } = job;
  const { answer, check } = controls;
  if (status === "checking" || !summary) {
    return (
      <Progress title="Checking every row" done={processed_rows} total={total_rows} locale={locale}>
        <p>Nothing is created yet. You can leave this page; the check continues in the background.</p>
      </Progress>
    );
  }
  const isStale = status === "uploaded";
  return (
    <>
      {isStale ? (
        <div className="border-line border-b px-gutter py-4">
          <Callout tone="info" role="status">
            You changed the plans after this check. Check again to update the figures.
          </Callout>
        </div>
      ) : null}
      <SummaryFigures summary={summary} rowsHref={`${base}/rows`} locale={locale} />
      {summary.ready === 0 && !isStale ? (
        <div className="px-gutter pt-4">
          <Callout tone="warn" title="No rows can be imported">
            Correct the problems listed below in the columns, the plans or the file, and check again.
          </Callout>
        </div>
      ) : null}
      {summary.plans.length > 0 ? (
        <PlanMapping
          found={summary.plans}
          mapping={job.options.plans}
          plans={plans}
          locale={locale}
          onChoose={(choices) => answer.mutate({ options: { plans: { ...job.options.plans, ...choices } } })}
        />
      ) : null}
      <ProblemTable job={job} summary={summary} organization={organization} base={base} locale={locale} />
      <StepFooter note={isStale ? null : "Compare these figures with your old software before you import."}>
        {isStale ? (
          <Button variant="primary" size="lg" busy={check.isPending} onClick={() => check.mutate()}>
            Check again
          </Button>
        ) : summary.ready > 0 ? (
          <ButtonLink variant="primary" size="lg" href={`${base}?step=import`}>
            Review import
          </ButtonLink>
        ) : (
          <ButtonLink variant="primary" size="lg" href={`${base}?step=columns`}>
            Back to columns
          </ButtonLink>
        )}
      </StepFooter>
    </>
  );
}
