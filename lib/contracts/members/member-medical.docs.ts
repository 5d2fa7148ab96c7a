import { documented } from "@/lib/contracts/documented";
import { exampleId } from "./member-fields.docs";
import * as memberMedical from "./member-medical";

const none = {
  heart_condition: false,
  chest_pain_active: false,
  chest_pain_resting: false,
  dizziness: false,
  joint_problem: false,
  blood_pressure_medicine: false,
  other_reason: false,
};

const example = {
  conditions: "Asthma",
  medications: "Salbutamol",
  allergies: null,
  injuries: null,
  instructions: "Inhaler in the side pocket of the bag",
  readiness: none,
  screened_on: "2026-03-05",
  cleared_on: null,
  health_flag: "clear" as const,
  updated_at: "2026-03-05T06:42:00.000Z",
};

export const memberMedicalDocs = documented(memberMedical, {
  getMedical: {
    summary: "Retrieve a member's health answers",
    description: "The answers are stored encrypted. Every read is recorded in the audit log.",
    example: { input: { id: exampleId }, output: example },
  },

  putMedical: {
    summary: "Replace a member's health answers",
    description:
      "Replaces all answers. New `readiness` answers are dated today and are due again after one year. An answer of yes requires a doctor's clearance in `cleared_on`. The audit log records the names of the changed fields, not their values.",
    example: { input: { id: exampleId, conditions: "Asthma", readiness: none }, output: example },
  },
});
