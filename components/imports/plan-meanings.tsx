import { CircleCheck, CirclePlus, TriangleAlert } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/ui/controls/button";
import { Badge } from "@/components/ui/data/badge";
import { Section } from "@/components/ui/data/section";
import { Select } from "@/components/ui/forms/select";
import type { Choice } from "./import-journey";
import type { ImportJob, ImportSummary } from "./job";
import { amountOf } from "./words";

type Found = ImportSummary["plans"][number];
type Choices = ImportJob["options"]["plans"];

interface PlanMeaningsProps {
  found: readonly Found[];
  chosen: Choices;
  plans: readonly Choice[];
  locale: string;
  onChoose: (choices: Choices) => void;
}

/** What the file's plan names mean here; an unknown one stops its rows until somebody says (X7). */
export function PlanMeanings({ found, chosen, plans, locale, onChoose }: PlanMeaningsProps) {
  const meaningOf = (one: Found) => chosen[one.name] ?? one.plan_id ?? "";
  const open = found.filter((one) => meaningOf(one) === "");
  const suggested = open.filter(({ suggestion }) => suggestion);
  return (
    <Section
      className="border-line border-t"
      title="Plan names in the file"
      meta={
        open.length > 0 ? (
          <span className="text-warn-text">
            {amountOf(open.length, "name means", "names mean", locale)} nothing yet
          </span>
        ) : (
          <span>every name has its plan</span>
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
            meaning={meaningOf(one)}
            plans={plans}
            locale={locale}
            onChoose={(meaning) => onChoose({ [one.name]: meaning })}
          />
        ))}
      </ul>
    </Section>
  );
}

interface PlanRowProps {
  found: Found;
  meaning: string;
  plans: readonly Choice[];
  locale: string;
  onChoose: (meaning: string) => void;
}

function PlanRow({ found: { name, rows, suggestion, plan_id }, meaning, plans, locale, onChoose }: PlanRowProps) {
  const id = useId();
  return (
    <li className="grid items-center gap-x-6 gap-y-2 py-3 md:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,8fr)]">
      <div className="min-w-0">
        <label htmlFor={id} className="block truncate font-medium text-ink">
          {name}
        </label>
        <p className="text-12 text-ink-3">{amountOf(rows, "row", "rows", locale)}</p>
      </div>
      <div>
        <Meaning
          meaning={meaning}
          isSameName={meaning === plan_id && plans.some((plan) => plan.id === plan_id && sameWords(plan.name, name))}
        />
      </div>
      <div className="flex min-w-0 gap-2">
        <Select
          id={id}
          className="min-w-0 flex-1"
          value={meaning}
          onChange={({ target }) => target.value && onChoose(target.value)}
        >
          {meaning === "" ? <option value="">Choose what it means</option> : null}
          <option value="create">Create the plan “{name}”, monthly</option>
          <optgroup label="Your plans">
            {plans.map((plan) => (
              <option key={plan.id} value={plan.id}>
                {plan.name}
              </option>
            ))}
          </optgroup>
        </Select>
        {meaning === "" && suggestion ? (
          <Button onClick={() => onChoose(suggestion.plan_id)}>It is {suggestion.name}</Button>
        ) : null}
      </div>
    </li>
  );
}

const sameWords = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

function Meaning({ meaning, isSameName }: { meaning: string; isSameName: boolean }) {
  if (meaning === "")
    return (
      <Badge tone="warn" icon={<TriangleAlert aria-hidden="true" />}>
        Not known here
      </Badge>
    );
  if (meaning === "create")
    return (
      <Badge tone="note" icon={<CirclePlus aria-hidden="true" />}>
        Will be created
      </Badge>
    );
  return (
    <Badge tone="good" icon={<CircleCheck aria-hidden="true" />}>
      {isSameName ? "Same name" : "Chosen"}
    </Badge>
  );
}
