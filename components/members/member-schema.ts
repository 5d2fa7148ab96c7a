import { z } from "zod";
import { memberInput } from "@/lib/contracts/members/member-fields";

/** Empty fields become null. */
const emptyToNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === "string" && value.trim() === "" ? null : value), schema);

const tagList = z.preprocess(
  (value) =>
    typeof value === "string"
      ? value
          .split(",")
          .map((tag) => tag.trim())
          .filter(Boolean)
      : value,
  memberInput.tags,
);

/** The contract's fields as form fields. */
export const memberForm = z.object({
  first_name: z.string().trim().min(1, { error: "Enter a first name" }).max(80),
  last_name: memberInput.last_name,
  birth_on: emptyToNull(memberInput.birth_on),
  gender: emptyToNull(memberInput.gender),
  email: emptyToNull(memberInput.email),
  phone: emptyToNull(memberInput.phone),
  address: emptyToNull(memberInput.address),
  home_location_id: memberInput.home_location_id,
  joined_on: memberInput.joined_on,
  tags: tagList,
  emergency_contact_name: emptyToNull(memberInput.emergency_contact_name),
  emergency_contact_phone: emptyToNull(memberInput.emergency_contact_phone),
  emergency_contact_relation: emptyToNull(memberInput.emergency_contact_relation),
  guardian_name: emptyToNull(memberInput.guardian_name),
  guardian_email: emptyToNull(memberInput.guardian_email),
  guardian_phone: emptyToNull(memberInput.guardian_phone),
  preferred_channel: emptyToNull(memberInput.preferred_channel),
  language: emptyToNull(memberInput.language),
  notes: emptyToNull(memberInput.notes),
  has_signed_waiver: memberInput.has_signed_waiver,
  has_guardian_signature: memberInput.has_guardian_signature,
  has_marketing_consent: memberInput.has_marketing_consent,
});
