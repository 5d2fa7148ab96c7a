import type { memberMedical } from "@/db/schema";
import { seal } from "@/lib/kernel/cipher";
import { readinessQuestions } from "@/lib/values/readiness-questions";
import { dayPlus } from "./days";
import type { Person } from "./people";
import { isoInstant } from "./wall-clock";

type Question = (typeof readinessQuestions)[number];
type Case = {
  conditions: string | null;
  medications: string | null;
  allergies: string | null;
  injuries: string | null;
  instructions: string | null;
  yes_to: Question[];
};

const SHARE = 0.09;

const healthy = {
  conditions: null,
  medications: null,
  allergies: null,
  injuries: null,
  instructions: null,
  yes_to: [],
};

const cases: (readonly [Case, number])[] = [
  [healthy, 4],
  [
    {
      ...healthy,
      conditions: "Asthma",
      medications: "Salbutamol when needed",
      instructions: "The inhaler is in the side pocket of the gym bag. Pause if wheezing.",
    },
    3,
  ],
  [{ ...healthy, injuries: "Torn meniscus, right knee, operated in spring", yes_to: ["joint_problem"] }, 3],
  [{ ...healthy, allergies: "Latex: no resistance bands made of it" }, 2],
  [
    {
      ...healthy,
      conditions: "High blood pressure",
      medications: "Ramipril 5 mg in the morning",
      yes_to: ["blood_pressure_medicine"],
    },
    2,
  ],
  [
    {
      ...healthy,
      conditions: "Type 1 diabetes",
      medications: "Insulin pump",
      instructions: "Glucose tablets are in the locker. If confused or shaking: give two and call the partner.",
    },
    1,
  ],
];

/** Health records of some members, encrypted like in the application. */
export function medicalRow(
  person: Person,
  { organization_id, manager_user_id }: { organization_id: string; manager_user_id: string },
): (typeof memberMedical.$inferInsert)[] {
  const { random, id, joined_on, joined_ms } = person;
  if (!random.chance(SHARE)) return [];
  const { yes_to, ...answers } = random.weighted(cases);
  const readiness = Object.fromEntries(readinessQuestions.map((name) => [name, yes_to.includes(name)]));
  const needs_clearance = yes_to.length > 0;
  return [
    {
      organization_id,
      member_id: id,
      ciphertext: seal(id, { ...answers, readiness }),
      screened_on: joined_on,
      needs_clearance,
      cleared_on: needs_clearance && random.chance(0.5) ? dayPlus(joined_on, 1) : null,
      updated_by: manager_user_id,
      updated_at: isoInstant(joined_ms),
    },
  ];
}
