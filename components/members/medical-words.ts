import type { readinessQuestions } from "@/lib/values/readiness-questions";
import type { Member } from "./member";

type Flag = NonNullable<Member["health_flag"]>;

export const flagLabels: Record<Flag, { tone: "plain" | "good" | "warn" | "bad"; title: string }> = {
  unknown: { tone: "plain", title: "No health questionnaire yet" },
  clear: { tone: "good", title: "Cleared to train" },
  pending_clearance: { tone: "bad", title: "Medical clearance missing" },
  renewal_due: { tone: "warn", title: "Health questionnaire due again" },
};

/** The questions in full, and in short for lists. */
export const questionTexts: Record<(typeof readinessQuestions)[number], { asked: string; short: string }> = {
  heart_condition: {
    asked: "Has a doctor ever said that you have a heart condition and should only train as a doctor recommends?",
    short: "heart condition",
  },
  chest_pain_active: { asked: "Do you feel pain in your chest when you train?", short: "chest pain when training" },
  chest_pain_resting: {
    asked: "In the past month, have you had chest pain while you were not training?",
    short: "chest pain at rest",
  },
  dizziness: { asked: "Do you lose your balance from dizziness, or ever lose consciousness?", short: "dizziness" },
  joint_problem: {
    asked: "Do you have a bone or joint problem that training could make worse?",
    short: "bone or joint problem",
  },
  blood_pressure_medicine: {
    asked: "Does a doctor currently prescribe you medicine for blood pressure or a heart condition?",
    short: "medicine for blood pressure or heart",
  },
  other_reason: { asked: "Do you know of any other reason why you should not train?", short: "another reason" },
};
