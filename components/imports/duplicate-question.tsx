import { RadioGroup } from "@/components/ui/forms/radio-group";
import { counted } from "@/lib/values/counted";
import type { ImportJob, ImportReading } from "./job";

type Choice = ImportJob["options"]["duplicates"];

interface DuplicateQuestionProps {
  found: NonNullable<ImportReading["duplicate_emails"]>;
  value: Choice;
  locale: string;
  onAnswer: (choice: Choice) => void;
}

const options = [
  {
    value: "ask",
    label: "Reject these rows",
    hint: "They are listed, so that you can check each one.",
  },
  {
    value: "skip",
    label: "Skip these rows",
    hint: "The member who already has the e-mail address is not changed.",
  },
  {
    value: "household",
    label: "Import as family members",
    hint: "Each row becomes a member. The first keeps the e-mail address; the others have none.",
  },
  {
    value: "same_person",
    label: "Treat as the same person",
    hint: "No second member is created. The membership is added to the member with that e-mail address.",
  },
];

export function DuplicateQuestion({ found: { rows, examples }, value, locale, onAnswer }: DuplicateQuestionProps) {
  return (
    <RadioGroup
      label={`${counted(rows, "row has", "rows have", locale)} an e-mail address that is already in use, such as ${examples.join(" or ")}. How should these rows be imported?`}
      name="duplicates"
      look="cards"
      value={value}
      onValueChange={(choice) => onAnswer(choice as Choice)}
      options={options}
    />
  );
}
