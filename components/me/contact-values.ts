import type { z } from "zod";
import type { OwnProfile } from "@/components/access/passes/pass-facts";
import type { ownProfileInput } from "@/lib/contracts/me/me";

export const contactFields = [
  "phone",
  "emergency_contact_name",
  "emergency_contact_phone",
  "emergency_contact_relation",
  "has_marketing_consent",
] as const;

export type ContactValues = {
  phone: string;
  emergency_contact_name: string;
  emergency_contact_phone: string;
  emergency_contact_relation: string;
  has_marketing_consent: boolean;
};

export const contactOf = ({ member }: OwnProfile): ContactValues => ({
  phone: member.phone ?? "",
  emergency_contact_name: member.emergency_contact_name ?? "",
  emergency_contact_phone: member.emergency_contact_phone ?? "",
  emergency_contact_relation: member.emergency_contact_relation ?? "",
  has_marketing_consent: member.has_marketing_consent,
});

/** Empty fields become null. Separators are removed from phone numbers. */
export const toContactInput = (values: ContactValues): z.input<typeof ownProfileInput> => ({
  phone: number(values.phone),
  emergency_contact_name: values.emergency_contact_name.trim() || null,
  emergency_contact_phone: number(values.emergency_contact_phone),
  emergency_contact_relation: values.emergency_contact_relation.trim() || null,
  has_marketing_consent: values.has_marketing_consent,
});

const number = (typed: string): string | null => typed.replace(/[\s().-]/g, "") || null;
