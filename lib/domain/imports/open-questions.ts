import type { z } from "zod";
import type { readImport } from "@/lib/contracts/imports/import-rows";
import { Problem } from "@/lib/kernel/errors";
import { choiceFor, type ImportRecord, type Summary } from "./find";
import { newPlanFor } from "./new-plans";
import { sameName } from "./parse/suggest-plan";

export type OpenQuestion = z.output<typeof readImport.output>["open_questions"][number];
type PlanName = Pick<Summary["plans"][number], "name" | "plan_id">;

/** What the owner has to say before the run. The plan names are those of the file, the most frequent one first. */
export function openQuestions(record: ImportRecord, names: readonly PlanName[], currency: string): OpenQuestion[] {
  return [...questionsOfFile(record), ...questionsOfPlans(record, names, currency)];
}

function questionsOfFile({ options, mapping }: ImportRecord): OpenQuestion[] {
  const fields = Object.values(mapping);
  const found: OpenQuestion[] = [];
  if (!fields.includes("first_name") && !fields.includes("full_name"))
    found.push(asked("name_column", "Choose the column with the first name or the full name."));
  if (!options.date_format)
    found.push(
      asked("date_format", "The file's dates are ambiguous. Choose whether the day or the month comes first."),
    );
  return found;
}

/** X7 and X16. Names that differ in case only are asked about once. */
function questionsOfPlans({ options }: ImportRecord, names: readonly PlanName[], currency: string): OpenQuestion[] {
  const chosen = Object.keys(options.plans).filter((name) => choiceFor(options, name) === "create");
  const listed = names.map(({ name }) => name);
  const created = [
    ...listed.filter((name) => chosen.includes(name)),
    ...chosen.filter((name) => !listed.includes(name)),
  ];
  const unknown = names.filter(({ name, plan_id }) => plan_id === null && choiceFor(options, name) === undefined);
  return [
    ...unknown.map(({ name }) => asked("plan", `Say which plan “${name}” is.`, name)),
    ...created
      .filter((name, index) => sameName(name, created.slice(0, index)) === null)
      .flatMap((name) => questionOfNewPlan(name, newPlanFor(options, name), currency)),
  ];
}

function questionOfNewPlan(name: string, plan: ReturnType<typeof newPlanFor>, currency: string): OpenQuestion[] {
  if (!plan) return [asked("new_plan", `Give the kind, the interval and the price of the new plan “${name}”.`, name)];
  if (plan.currency !== currency)
    return [asked("new_plan", `Give the price of the new plan “${name}” in ${currency}.`, name)];
  return plan.price_minor === 0 && !plan.is_free
    ? [asked("free_plan", `Confirm that the new plan “${name}” is free, or give its price.`, name)]
    : [];
}

const asked = (question: OpenQuestion["question"], message: string, plan: string | null = null): OpenQuestion => ({
  ...{ question, plan, message },
});

/** Throws 409 with every open question. */
export function refuseOpen(questions: readonly OpenQuestion[]): void {
  if (questions.length > 0) throw new Problem("import_not_ready", questions.map(({ message }) => message).join(" "));
}
