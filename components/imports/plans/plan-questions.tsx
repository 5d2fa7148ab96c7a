import { CircleCheck, CirclePlus, CircleSlash, TriangleAlert } from "lucide-react";
import { useId } from "react";
import type { NamedOption } from "@/components/imports/import-wizard";
import type { FoundPlan, ImportJob, ImportReading } from "@/components/imports/job";
import { Button } from "@/components/ui/controls/button";
import { Badge } from "@/components/ui/data/badge";
import { Select } from "@/components/ui/forms/select";
import { counted } from "@/lib/values/counted";
import { NewPlanFields } from "./new-plan-fields";

type Options = ImportJob["options"];
type Answer = (options: Partial<Options>) => void;

interface PlanQuestionsProps {
  reading: ImportReading;
  options: Options;
  plans: readonly NamedOption[];
  locale: string;
  onAnswer: Answer;
}

/** What each plan name of the file stands for (X7), and the terms of those that are created (X16). */
export function PlanQuestions({ reading, options, plans, locale, onAnswer }: PlanQuestionsProps) {
  const choose = (choices: Options["plans"]) => {
    const kept = Object.entries(options.new_plans).filter(([name]) => !(name in choices) || choices[name] === "create");
    onAnswer({ plans: { ...options.plans, ...choices }, new_plans: Object.fromEntries(kept) });
  };
  const unmapped = reading.plans.filter((one) => targetOf(one, options) === "");
  const suggested = unmapped.filter(({ suggestion }) => suggestion);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="ui-label mr-auto">What are the plans in the file?</h3>
        {suggested.length > 1 ? (
          <Button
            size="sm"
            onClick={() =>
              choose(Object.fromEntries(suggested.map((one) => [one.name, one.suggestion?.plan_id ?? ""])))
            }
          >
            Accept {suggested.length} suggestions
          </Button>
        ) : null}
        {unmapped.length > 1 ? (
          <Button size="sm" onClick={() => choose(Object.fromEntries(unmapped.map(({ name }) => [name, "create"])))}>
            Create {unmapped.length} new plans
          </Button>
        ) : null}
      </div>
      <ul className="divide-y divide-line border-line border-y">
        {reading.plans.map((one) => (
          <PlanQuestion
            key={one.name}
            found={one}
            isOpen={reading.open_questions.some(({ plan }) => plan === one.name)}
            target={targetOf(one, options)}
            plans={plans}
            locale={locale}
            currency={reading.currency}
            stored={ownTerms(options, one.name)}
            onChoose={(target) => choose({ [one.name]: target as Options["plans"][string] })}
            onConfirm={(terms) => onAnswer({ new_plans: { ...options.new_plans, [one.name]: terms } })}
          />
        ))}
      </ul>
    </div>
  );
}

/** A plan may be called "constructor". */
const ownTerms = ({ new_plans }: Options, name: string) =>
  Object.hasOwn(new_plans, name) ? new_plans[name] : undefined;

const targetOf = ({ name, plan_id }: FoundPlan, { plans }: Options): string =>
  (Object.hasOwn(plans, name) ? plans[name] : undefined) ?? plan_id ?? "";

interface PlanQuestionProps {
  found: FoundPlan;
  isOpen: boolean;
  /** A plan id, "create", "leave_out", or "" if it is not answered. */
  target: string;
  plans: readonly NamedOption[];
  locale: string;
  currency: string;
  stored: Options["new_plans"][string] | undefined;
  onChoose: (target: string) => void;
  onConfirm: (terms: Options["new_plans"][string]) => void;
}

function PlanQuestion(props: PlanQuestionProps) {
  const { found, isOpen, target, plans, locale, currency, stored, onChoose, onConfirm } = props;
  const { name, rows, suggestion, same_as } = found;
  const id = useId();
  return (
    <li className="flex flex-col gap-3 py-3" data-open-question={isOpen ? "" : undefined}>
      <div className="grid items-center gap-x-4 gap-y-2 sm:grid-cols-2">
        <div className="flex min-w-0 items-center gap-3">
          <div className="min-w-0 flex-1">
            <label htmlFor={id} className="block truncate font-medium text-ink">
              {name}
            </label>
            <p className="text-12 text-ink-3">{counted(rows, "row", "rows", locale)}</p>
          </div>
          <TargetBadge target={target} isOpen={isOpen} />
        </div>
        <div className="flex min-w-0 gap-2">
          <Select
            id={id}
            className="min-w-0 flex-1"
            value={target}
            onChange={({ currentTarget }) => currentTarget.value && onChoose(currentTarget.value)}
          >
            {target === "" ? <option value="">Choose a plan</option> : null}
            <option value="create">Create the plan “{name}”</option>
            <option value="leave_out">Leave these rows out</option>
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
      </div>
      {target === "create" && same_as !== null ? (
        <p className="text-12 text-ink-3">The same plan as “{same_as}”, with its price.</p>
      ) : target === "create" ? (
        <NewPlanFields key={currency} {...{ found, currency, locale, stored, onConfirm }} />
      ) : null}
    </li>
  );
}

function TargetBadge({ target, isOpen }: { target: string; isOpen: boolean }) {
  if (isOpen)
    return (
      <Badge tone="warn" icon={<TriangleAlert aria-hidden="true" />}>
        Open
      </Badge>
    );
  if (target === "create")
    return (
      <Badge tone="note" icon={<CirclePlus aria-hidden="true" />}>
        Will be created
      </Badge>
    );
  if (target === "leave_out")
    return (
      <Badge tone="mute" icon={<CircleSlash aria-hidden="true" />}>
        Left out
      </Badge>
    );
  return (
    <Badge tone="good" icon={<CircleCheck aria-hidden="true" />}>
      Your plan
    </Badge>
  );
}
