import { Section } from "@/components/ui/data/section";
import { Field } from "@/components/ui/forms/field";
import { Select } from "@/components/ui/forms/select";
import { counted } from "@/lib/values/counted";
import { DateQuestion } from "./date-question";
import { DuplicateQuestion } from "./duplicate-question";
import type { ImportContext } from "./import-wizard";
import type { ImportJob, ImportReading } from "./job";
import { PlanQuestions } from "./plans/plan-questions";

type Answer = (options: Partial<ImportJob["options"]>) => void;

interface OpenQuestionsProps extends ImportContext {
  job: ImportJob;
  reading: ImportReading;
  onAnswer: Answer;
  isDateMissing: boolean;
}

/** Asks only what the file does not determine. What has a default is shown, but does not count as open. */
export function OpenQuestions({ job, reading, onAnswer, isDateMissing, ...rest }: OpenQuestionsProps) {
  const { locale, locations, countries, plans } = rest;
  const { dates, duplicate_emails, phones_without_country, rows_without_location, open_questions } = reading;
  const asksLocation = locations.length > 1 && rows_without_location > 0;
  const asksPlans = reading.plans.length > 0;
  if (!dates && !duplicate_emails && !phones_without_country && !asksLocation && !asksPlans) return null;
  const { date_format, duplicates, location_id, calling_code } = job.options;
  return (
    <Section
      title="Questions"
      className="border-line border-b"
      meta={
        open_questions.length > 0 ? (
          <span className="text-warn-text">{questionsLeft(open_questions.length, locale)}</span>
        ) : (
          <span>all answered</span>
        )
      }
    >
      <div className="mt-2 flex max-w-[44rem] flex-col gap-6">
        {dates ? (
          <div data-open-question={date_format === null ? "" : undefined}>
            <DateQuestion
              dates={dates}
              value={date_format}
              locale={locale}
              onAnswer={(format) => onAnswer({ date_format: format })}
              error={
                isDateMissing ? "Choose a date format, so that birthdays and billing dates are correct" : undefined
              }
            />
          </div>
        ) : null}
        {asksPlans ? <PlanQuestions {...{ reading, options: job.options, plans, locale, onAnswer }} /> : null}
        {duplicate_emails ? (
          <DuplicateQuestion
            found={duplicate_emails}
            value={duplicates}
            locale={locale}
            onAnswer={(choice) => onAnswer({ duplicates: choice })}
          />
        ) : null}
        {phones_without_country ? (
          <Field
            label="Which country do phone numbers without a country code belong to?"
            hint={`${counted(phones_without_country.rows, "row has such a number", "rows have such numbers", locale)}, such as ${phones_without_country.examples.join(" or ")}. The country of the location is selected.`}
          >
            <Select
              value={countryFor(calling_code, reading, countries)}
              placeholder="Do not import these numbers"
              options={countries.map(({ country, name, calling_code: code }) => ({
                value: country,
                label: `${name} (+${code})`,
              }))}
              onChange={({ target }) =>
                onAnswer({
                  calling_code: countries.find(({ country }) => country === target.value)?.calling_code ?? null,
                })
              }
            />
          </Field>
        ) : null}
        {asksLocation ? (
          <Field
            label="What is the home location of these members?"
            hint={`${counted(rows_without_location, "row has", "rows have", locale)} no location.`}
          >
            <Select
              value={location_id}
              options={locations.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={({ target }) => onAnswer({ location_id: target.value })}
            />
          </Field>
        ) : null}
      </div>
    </Section>
  );
}

export const questionsLeft = (count: number, locale: string): string =>
  `${counted(count, "question", "questions", locale)} left`;

/** Several countries have the code 1: the one of the location comes first. */
function countryFor(
  calling_code: string | null,
  { country }: ImportReading,
  countries: ImportContext["countries"],
): string {
  if (country !== null && country.calling_code === calling_code) return country.code;
  return countries.find((one) => one.calling_code === calling_code)?.country ?? "";
}
