import { CircleCheck, CirclePlus, TriangleAlert } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/ui/controls/button";
import { Badge } from "@/components/ui/data/badge";
import { Section } from "@/components/ui/data/section";
import { Select } from "@/components/ui/forms/select";
import { counted } from "@/lib/values/counted";
import type { NamedOption } from "./import-wizard";
import type { ImportJob, ImportSummary } from "./job";

type FoundPlan = ImportSummary["plans"][number];
type Mapping = ImportJob["options"]["plans"];

interface PlanMappingProps {
  found: readonly FoundPlan[];
  mapping: Mapping;
  plans: readonly NamedOption[];
  locale: string;
  onChoose: (changes: Mapping) => void;
}

/** Maps the plan names in the file to plans. Rows with an unmapped name cannot be imported (X7). */
export function PlanMapping({ found, mapping, plans, locale, onChoose }: PlanMappingProps) {
  const targetOf = (one: FoundPlan) => mapping[one.name] ?? one.plan_id ?? "";
  const unmapped = found.filter((one) => targetOf(one) === "");
  const suggested = unmapped.filter(({ suggestion }) => suggestion);
  return (
    <Section
      className="border-line border-t"
      title="Plan names in the file"
      meta={
        unmapped.length > 0 ? (
          <span className="text-warn-text">{counted(unmapped.length, "name", "names", locale)} not mapped</span>
        ) : (
          <span>all names mapped</span>
        )
      }
      action={
        suggested.length > 1 ? (
          <Button
            size="sm"
            onClick={() =>
              onChoose(Object.fromEntries(suggested.map((one) => [one.name, one.suggestion?.plan_id ?? ""])))
            }
          >
            Accept {suggested.length} suggestions
          </Button>
        ) : null
      }
    >
      <ul className="divide-y divide-line">
        {found.map((one) => (
          <PlanRow
            key={one.name}
            found={one}
            target={targetOf(one)}
            plans={plans}
            locale={locale}
            onChoose={(target) => onChoose({ [one.name]: target })}
          />
        ))}
      </ul>
    </Section>
  );
}

interface PlanRowProps {
  found: FoundPlan;
  /** A plan id, "create", or "" if unmapped. */
  target: string;
  plans: readonly NamedOption[];
  locale: string;
  onChoose: (target: string) => void;
}

function PlanRow({ found: { name, rows, suggestion, plan_id }, target, plans, locale, onChoose }: PlanRowProps) {
  const id = useId();
  return (
    <li className="grid items-center gap-x-6 gap-y-2 py-3 md:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,8fr)]">
      <div className="min-w-0">
        <label htmlFor={id} className="block truncate font-medium text-ink">
          {name}
        </label>
        <p className="text-12 text-ink-3">{counted(rows, "row", "rows", locale)}</p>
      </div>
      <div>
        <MappingBadge
          target={target}
          isSameName={target === plan_id && plans.some((plan) => plan.id === plan_id && isSameText(plan.name, name))}
        />
      </div>
      <div className="flex min-w-0 gap-2">
        <Select
          id={id}
          className="min-w-0 flex-1"
          value={target}
          onChange={({ currentTarget }) => currentTarget.value && onChoose(currentTarget.value)}
        >
          {target === "" ? <option value="">Choose a plan</option> : null}
          <option value="create">Create the plan “{name}”, monthly</option>
          <optgroup label="Your plans">
            {plans.map((plan) => (
              <option key={plan.id} value={plan.id}>
                {plan.name}
              </option>
            ))}
          </optgroup>
        </Select>
        {target === "" && suggestion ? (
          <Button onClick={() => onChoose(suggestion.plan_id)}>Use {suggestion.name}</Button>
        ) : null}
      </div>
    </li>
  );
}

const isSameText = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

function MappingBadge({ target, isSameName }: { target: string; isSameName: boolean }) {
  if (target === "")
    return (
      <Badge tone="warn" icon={<TriangleAlert aria-hidden="true" />}>
        Not mapped
      </Badge>
    );
  if (target === "create")
    return (
      <Badge tone="note" icon={<CirclePlus aria-hidden="true" />}>
        Will be created
      </Badge>
    );
  return (
    <Badge tone="good" icon={<CircleCheck aria-hidden="true" />}>
      {isSameName ? "Same name" : "Mapped"}
    </Badge>
  );
}
