import { RadioGroup } from "@/components/ui/forms/radio-group";
import { formatFullDate } from "@/lib/client/format-short-date";
import type { ImportJob, ImportReading } from "./job";

interface DateQuestionProps {
  dates: NonNullable<ImportReading["dates"]>;
  value: ImportJob["options"]["date_format"];
  locale: string;
  onAnswer: (format: "dmy" | "mdy") => void;
  error?: string | undefined;
}

export function DateQuestion({ dates: { is_mixed, examples }, value, locale, onAnswer, error }: DateQuestionProps) {
  const examplesFor = (order: "day_first" | "month_first") =>
    examples
      .map((example) => {
        const day = example[order];
        return day
          ? `${example.text} is ${formatFullDate(day, locale)}`
          : `${example.text} is not a valid date, so its row is rejected`;
      })
      .join(", ");
  return (
    <div className="flex flex-col gap-2">
      <RadioGroup
        label="What date format does the file use?"
        name="date_format"
        look="cards"
        value={value ?? ""}
        onValueChange={(format) => onAnswer(format as "dmy" | "mdy")}
        error={error}
        options={[
          { value: "dmy", label: "Day first", hint: examplesFor("day_first") },
          { value: "mdy", label: "Month first", hint: examplesFor("month_first") },
        ]}
      />
      {is_mixed ? (
        <p className="text-12 text-warn-text">
          This file mixes both formats. Rows with dates that do not match your choice are rejected and listed.
        </p>
      ) : null}
    </div>
  );
}
