import { CircleCheck, CircleDashed, CircleHelp } from "lucide-react";
import { type ReactNode, useId } from "react";
import { Select } from "@/components/ui/forms/select";
import type { ImportField } from "@/lib/values/import-fields";
import { fieldGroups, multiColumnFields } from "./import-labels";
import type { ImportJob, ImportReading } from "./job";

interface ColumnRowProps {
  position: string;
  header: string;
  finding: ImportReading["columns"][number] | undefined;
  job: ImportJob;
  onChoose: (position: string, field: ImportField | "") => void;
}

export function ColumnRow({ position, header, finding, job, onChoose }: ColumnRowProps) {
  const id = useId();
  const field = job.mapping[position] ?? "";
  const name = header || `Column ${Number(position) + 1}`;
  const samples = finding?.samples ?? [];
  return (
    <li className="grid items-center gap-x-6 gap-y-2 py-3 sm:max-md:grid-cols-2 md:grid-cols-[minmax(0,5fr)_minmax(0,7fr)_minmax(0,5fr)]">
      <div className="min-w-0">
        <label htmlFor={id} className="block truncate font-medium text-ink">
          {name}
        </label>
        <Hint field={field} finding={finding} id={`${id}-hint`} />
      </div>
      <p className="min-w-0 truncate text-ink-3 max-md:text-12 sm:max-md:row-start-2">
        {samples.length > 0 ? samples.join(" · ") : "No values in the first rows"}
      </p>
      <Select
        id={id}
        className="sm:max-md:row-span-2"
        aria-describedby={`${id}-hint`}
        value={field}
        onChange={({ target }) => onChoose(position, target.value as ImportField | "")}
      >
        <option value="">Do not import</option>
        {fieldGroups.map(({ label, fields }) => (
          <optgroup key={label} label={label}>
            {Object.entries(fields).map(([value, word]) => (
              <option key={value} value={value}>
                {word}
                {usedBy(value, position, job)}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
    </li>
  );
}

function Hint({ field, finding, id }: { field: string; finding: ColumnRowProps["finding"]; id: string }) {
  const hint = (icon: ReactNode, text: string) => (
    <p id={id} className="mt-0.5 flex items-center gap-1 text-12 text-ink-3 [&>svg]:size-3.5">
      {icon}
      {text}
    </p>
  );
  if (field === "")
    return hint(<CircleDashed aria-hidden="true" />, finding?.recognised_as ? "Not imported" : "Not recognised");
  if (finding?.recognised_as !== field) return hint(<CircleCheck aria-hidden="true" />, "Selected by you");
  return finding.is_certain
    ? hint(<CircleCheck aria-hidden="true" className="text-good-text" />, "Recognised")
    : hint(<CircleHelp aria-hidden="true" className="text-warn-text" />, "Recognised, please check");
}

/** Names the column that currently uses the field, because selecting the field here removes it there. */
function usedBy(field: string, position: string, { mapping, headers }: ImportJob): string {
  if (multiColumnFields.has(field)) return "";
  const other = Object.keys(mapping).find((key) => key !== position && mapping[key] === field);
  return other === undefined ? "" : ` (used by ${headers[Number(other)] || `column ${Number(other) + 1}`})`;
}
