"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Callout } from "@/components/ui/data/callout";
import { Section } from "@/components/ui/data/section";
import { SkeletonRows } from "@/components/ui/data/skeleton";
import { counted } from "@/lib/values/counted";
import type { ImportField } from "@/lib/values/import-fields";
import { ColumnRow } from "./column-row";
import { multiColumnFields } from "./import-labels";
import type { StepProps } from "./import-wizard";
import { OpenQuestions, questionsLeft } from "./open-questions";
import { StepFooter } from "./step-footer";
import { useReading } from "./use-import";

export function ColumnsStep({ job, controls, base, ...context }: StepProps) {
  const { organization, locale } = context;
  const router = useRouter();
  const { data: reading, error, refetch } = useReading(organization, job);
  const [isValidated, setIsValidated] = useState(false);
  const { answer, check } = controls;
  const unmapped = job.headers.length - Object.keys(job.mapping).length;
  const open = reading?.open_questions ?? [];
  const hasNoName = open.some(({ question }) => question === "name_column");
  const isDateFormatMissing = reading?.dates != null && job.options.date_format === null;

  const note = hasNoName
    ? "Choose the column with the first name or the full name."
    : answer.isPending
      ? "Saving…"
      : "Your changes are saved. The check does not create anything.";

  function choose(position: string, field: ImportField | "") {
    const others = Object.entries(job.mapping).filter(
      ([other, taken]) => other !== position && (taken !== field || multiColumnFields.has(field)),
    );
    answer.mutate({ mapping: Object.fromEntries(field ? [...others, [position, field]] : others) });
  }

  function start() {
    if (open.length > 0) {
      setIsValidated(true);
      document.querySelector<HTMLElement>("[data-open-question] :is(input, select)")?.focus();
      return;
    }
    check.mutate(undefined, { onSuccess: () => router.replace(base, { scroll: false }) });
  }

  return (
    <>
      {job.failure ? (
        <div className="px-gutter pt-4">
          <Callout tone="bad" title="The check failed">
            {job.failure}
          </Callout>
        </div>
      ) : null}
      {reading ? (
        <OpenQuestions
          job={job}
          reading={reading}
          onAnswer={(options) => answer.mutate({ options })}
          isDateMissing={isValidated && isDateFormatMissing}
          {...context}
        />
      ) : null}
      <Section
        title="Map columns"
        meta={
          <span>
            {counted(job.headers.length, "column", "columns", locale)},{" "}
            {unmapped === 0 ? "all imported" : `${unmapped} not imported`}
          </span>
        }
      >
        {error ? (
          <Callout tone="bad" role="alert">
            {error.message} <Button onClick={() => refetch()}>Try again</Button>
          </Callout>
        ) : reading ? (
          <ul className="divide-y divide-line" data-open-question={hasNoName ? "" : undefined}>
            {job.headers.map((header, index) => (
              <ColumnRow
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its position; headers may repeat
                key={index}
                position={String(index)}
                header={header}
                finding={reading.columns[index]}
                job={job}
                onChoose={choose}
              />
            ))}
          </ul>
        ) : (
          <SkeletonRows rows={Math.min(job.headers.length, 10)} />
        )}
      </Section>
      <StepFooter note={note}>
        <Button variant="primary" size="lg" busy={check.isPending} onClick={start}>
          {open.length > 0
            ? questionsLeft(open.length, locale)
            : `Check ${counted(job.total_rows, "row", "rows", locale)}`}
        </Button>
      </StepFooter>
    </>
  );
}
