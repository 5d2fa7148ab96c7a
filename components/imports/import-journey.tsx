"use client";

import { Breadcrumb } from "@/components/ui/data/breadcrumb";
import { Callout } from "@/components/ui/data/callout";
import { PageHeader } from "@/components/ui/data/page-header";
import { CheckStep } from "./check-step";
import { ColumnsStep } from "./columns-step";
import { DiscardButton } from "./discard-button";
import { ImportStep } from "./import-step";
import { ImportSteps } from "./import-steps";
import { currentStep, type ImportJob, isDiscardable, isOpenStep, type Step } from "./job";
import { useImport } from "./use-import";

export type Choice = { id: string; name: string };
export type Surroundings = {
  organization: string;
  locale: string;
  locations: readonly Choice[];
  plans: readonly Choice[];
  /** Countries with their calling codes, the gym's own first. */
  countries: readonly { country: string; name: string; calling_code: string }[];
};

interface ImportJourneyProps extends Surroundings {
  initial: ImportJob;
  /** From the address; where the import is not there yet, its own step is shown. */
  wanted: Step | undefined;
}

/** The import at the step where the server has it: a reload, or somebody else's screen, goes on at the same place. */
export function ImportJourney({ initial, wanted, ...surroundings }: ImportJourneyProps) {
  const controls = useImport(surroundings.organization, initial);
  const { job, answer, check, run, undo } = controls;
  const shown = wanted && isOpenStep(job, wanted) ? wanted : currentStep(job);
  const listHref = `/manage/${surroundings.organization}/import`;
  const base = `${listHref}/${job.id}`;
  const failed = [answer, check, run, undo].find(({ error }) => error)?.error;
  const StepView = { columns: ColumnsStep, check: CheckStep, import: ImportStep }[shown];
  return (
    <>
      <PageHeader
        title={job.file_name}
        breadcrumb={<Breadcrumb items={[{ label: "Import", href: listHref }, { label: job.file_name }]} />}
        actions={
          isDiscardable(job) ? (
            <DiscardButton organization={surroundings.organization} id={job.id} file_name={job.file_name} />
          ) : null
        }
      />
      <div className="flex min-h-[calc(100%-var(--spacing-topbar))] flex-col">
        <ImportSteps job={job} shown={shown} hrefOf={(step) => `${base}?step=${step}`} />
        {failed ? (
          <div className="px-gutter pt-4">
            <Callout tone="bad" role="alert">
              {failed.message}
            </Callout>
          </div>
        ) : null}
        <StepView job={job} controls={controls} base={base} {...surroundings} />
      </div>
    </>
  );
}

export type StepProps = Surroundings & {
  job: ImportJob;
  controls: ReturnType<typeof useImport>;
  base: string;
};
