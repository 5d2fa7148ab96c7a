"use client";

import { Breadcrumb } from "@/components/ui/data/breadcrumb";
import { Callout } from "@/components/ui/data/callout";
import { PageHeader } from "@/components/ui/data/page-header";
import { CheckStep } from "./check-step";
import { ColumnsStep } from "./columns-step";
import { DiscardButton } from "./discard-button";
import { ImportStep } from "./import-step";
import { ImportSteps } from "./import-steps";
import { currentStep, type ImportJob, isDiscardable, isReachableStep, type Step } from "./job";
import { useImport } from "./use-import";

export type NamedOption = { id: string; name: string };
export type ImportContext = {
  organization: string;
  locale: string;
  locations: readonly NamedOption[];
  plans: readonly NamedOption[];
  /** Countries with their calling codes. The gym's country is first. */
  countries: readonly { country: string; name: string; calling_code: string }[];
};

interface ImportWizardProps extends ImportContext {
  initial: ImportJob;
  /** The step in the URL. Ignored until the import has reached it. */
  requestedStep: Step | undefined;
}

/** The steps of an import. The current step follows from the server's state, so reloads and other users see the same step. */
export function ImportWizard({ initial, requestedStep, ...context }: ImportWizardProps) {
  const controls = useImport(context.organization, initial);
  const { job, answer, check, run, undo } = controls;
  const shown = requestedStep && isReachableStep(job, requestedStep) ? requestedStep : currentStep(job);
  const listHref = `/manage/${context.organization}/settings/import`;
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
            <DiscardButton organization={context.organization} id={job.id} file_name={job.file_name} />
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
        <StepView job={job} controls={controls} base={base} {...context} />
      </div>
    </>
  );
}

export type StepProps = ImportContext & {
  job: ImportJob;
  controls: ReturnType<typeof useImport>;
  base: string;
};
