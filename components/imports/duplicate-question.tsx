import { RadioGroup } from "@/components/ui/forms/radio-group";
import type { ImportJob, ImportReading } from "./job";
import { amountOf } from "./words";

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
    label: "Hold these rows back",
    hint: "They are refused and listed, so that you can look at each of them.",
  },
  {
    value: "skip",
    label: "Leave them out",
    hint: "Whoever has the email first, here or in the file, stays as they are.",
  },
  {
    value: "household",
    label: "They are families",
    hint: "Everybody becomes a member; the email stays with the first, the others come without one.",
  },
  {
    value: "same_person",
    label: "They are the same person",
    hint: "No second member: the row's membership goes to the person who has the email.",
  },
];

export function DuplicateQuestion({ found: { rows, examples }, value, locale, onAnswer }: DuplicateQuestionProps) {
  return (
    <RadioGroup
      label={`${amountOf(rows, "row has", "rows have", locale)} an email that somebody else has already, as ${examples.join(" or ")}. Who are they?`}
      name="duplicates"
      look="cards"
      value={value}
      onValueChange={(choice) => onAnswer(choice as Choice)}
      options={options}
    />
  );
}
