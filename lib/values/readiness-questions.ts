/** The seven questions of the Physical Activity Readiness Questionnaire, with the answers. */
export const readinessQuestions = [
  "heart_condition",
  "chest_pain_active",
  "chest_pain_resting",
  "dizziness",
  "joint_problem",
  "blood_pressure_medicine",
  "other_reason",
] as const;
