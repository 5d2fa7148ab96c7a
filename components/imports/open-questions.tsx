import { Section } from "@/components/ui/data/section";
import { Field } from "@/components/ui/forms/field";
import { Select } from "@/components/ui/forms/select";
import { DateQuestion } from "./date-question";
import { DuplicateQuestion } from "./duplicate-question";
import type { Surroundings } from "./import-journey";
import type { ImportJob, ImportReading } from "./job";
import { amountOf } from "./words";

type Answer = (options: Partial<ImportJob["options"]>) => void;

interface OpenQuestionsProps extends Surroundings {
  job: ImportJob;
  reading: ImportReading;
  onAnswer: Answer;
  isDateMissing: boolean;
}

/** Only what the file leaves open is asked. */
export function OpenQuestions({ job, reading, onAnswer, isDateMissing, ...rest }: OpenQuestionsProps) {
  const { locale, locations, countries } = rest;
  const { dates, duplicate_emails, phones_without_country, rows_without_location } = reading;
  const asksLocation = locations.length > 1 && rows_without_location > 0;
  if (!dates && !duplicate_emails && !phones_without_country && !asksLocation) return null;
  const { date_format, duplicates, location_id, calling_code } = job.options;
  return (
    <Section title="What the file leaves open" className="border-line border-t">
      <div className="mt-2 flex max-w-[44rem] flex-col gap-6">
        {dates ? (
          <DateQuestion
            dates={dates}
            value={date_format}
            locale={locale}
            onAnswer={(format) => onAnswer({ date_format: format })}
            error={isDateMissing ? "Say which comes first, else birthdays and bills would move" : undefined}
          />
        ) : null}
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
            label="Which country are phone numbers without a prefix from?"
            hint={`${amountOf(phones_without_country.rows, "row has one", "rows have one", locale)}, as ${phones_without_country.examples.join(" or ")}. Without a country they are left out.`}
          >
            <Select
              value={countries.find((one) => one.calling_code === calling_code)?.country ?? ""}
              placeholder="Leave these numbers out"
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
            label="Where are they at home?"
            hint={`${amountOf(rows_without_location, "row names", "rows name", locale)} no location.`}
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
