import { RadioGroup } from "@/components/ui/forms/radio-group";
import { formatFullDay } from "./full-day";
import type { ImportJob, ImportReading } from "./job";

interface DateQuestionProps {
  dates: NonNullable<ImportReading["dates"]>;
  value: ImportJob["options"]["date_format"];
  locale: string;
  onAnswer: (format: "dmy" | "mdy") => void;
  error?: string | undefined;
}

export function DateQuestion({ dates: { is_mixed, examples }, value, locale, onAnswer, error }: DateQuestionProps) {
  const readings = (order: "day_first" | "month_first") =>
    examples
      .map((example) => {
        const day = example[order];
        return day
          ? `${example.text} is ${formatFullDay(day, locale)}`
          : `${example.text} is no date, its row is refused`;
      })
      .join(", ");
  return (
    <div className="flex flex-col gap-2">
      <RadioGroup
        label="Which comes first in the dates?"
        name="date_format"
        look="cards"
        value={value ?? ""}
        onValueChange={(format) => onAnswer(format as "dmy" | "mdy")}
        error={error}
        options={[
          { value: "dmy", label: "The day", hint: readings("day_first") },
          { value: "mdy", label: "The month", hint: readings("month_first") },
        ]}
      />
      {is_mixed ? (
        <p className="text-12 text-warn-text">
          Some dates of this file fit only one order and some only the other. The rows that do not fit your answer are
          refused and listed.
        </p>
      ) : null}
    </div>
  );
}
