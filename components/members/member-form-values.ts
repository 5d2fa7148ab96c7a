import type { z } from "zod";
import type { Member } from "./member";
import type { memberForm } from "./member-schema";

export type MemberFormInput = z.output<typeof memberForm>;
export type FieldName = keyof MemberFormInput;

type Flags = "has_signed_waiver" | "has_guardian_signature" | "has_marketing_consent";
/** The values of the form controls: text, except for the three checkboxes. */
export type MemberValues = Record<Exclude<FieldName, Flags>, string> & Record<Flags, boolean>;

export const emptyMember = (start: { name: string; home_location_id: string; joined_on: string }): MemberValues => {
  const [first_name = "", ...rest] = start.name.trim().split(/\s+/);
  return {
    first_name,
    last_name: rest.join(" "),
    birth_on: "",
    gender: "",
    email: "",
    phone: "",
    address: "",
    home_location_id: start.home_location_id,
    joined_on: start.joined_on,
    tags: "",
    emergency_contact_name: "",
    emergency_contact_phone: "",
    emergency_contact_relation: "",
    guardian_name: "",
    guardian_email: "",
    guardian_phone: "",
    preferred_channel: "",
    language: "",
    notes: "",
    has_signed_waiver: false,
    has_guardian_signature: false,
    has_marketing_consent: false,
  };
};

export const fieldNames = Object.keys(emptyMember({ name: "", home_location_id: "", joined_on: "" })) as FieldName[];

export const valuesOf = (member: Member): MemberValues => ({
  ...emptyMember({ name: "", home_location_id: member.home_location_id, joined_on: member.joined_on }),
  ...Object.fromEntries(
    fieldNames.filter((name) => name in member).map((name) => [name, String(member[name as keyof Member] ?? "")]),
  ),
  tags: member.tags.join(", "),
  has_signed_waiver: member.waiver_signed_at !== null,
  has_guardian_signature: member.guardian_signed_at !== null,
  has_marketing_consent: member.marketing_consent_at !== null,
});
