import type { BadgeTone } from "@/components/ui/data/badge";
import type { ImportField } from "@/lib/values/import-fields";
import type { ImportRowStatus, ImportStatus } from "@/lib/values/statuses";

export const statusLabels: Record<ImportStatus, { word: string; tone: BadgeTone }> = {
  uploaded: { word: "Needs your input", tone: "plain" },
  checking: { word: "Checking", tone: "note" },
  checked: { word: "Ready to import", tone: "note" },
  running: { word: "Importing", tone: "note" },
  done: { word: "Imported", tone: "good" },
  undoing: { word: "Undoing", tone: "note" },
  undone: { word: "Undone", tone: "mute" },
  failed: { word: "Stopped", tone: "bad" },
};

export const rowStatusLabels: Record<ImportRowStatus, { word: string; tone: BadgeTone }> = {
  pending: { word: "Not checked", tone: "plain" },
  ready: { word: "Ready", tone: "good" },
  refused: { word: "Rejected", tone: "bad" },
  skipped: { word: "Skipped", tone: "mute" },
  created: { word: "Created", tone: "good" },
  undone: { word: "Undone", tone: "mute" },
};

/** The labels of the import fields, grouped as in the select. */
export const fieldGroups: { label: string; fields: Partial<Record<ImportField, string>> }[] = [
  {
    label: "Member",
    fields: {
      first_name: "First name",
      last_name: "Last name",
      full_name: "Full name",
      email: "E-mail",
      mobile: "Mobile phone",
      phone: "Other phone",
      birth_on: "Date of birth",
      gender: "Gender",
      member_code: "Member code",
      joined_on: "Member since",
      location: "Home location",
      tags: "Tags",
      notes: "Notes",
      marketing_consent: "Marketing consent",
    },
  },
  {
    label: "Address",
    fields: {
      address: "Street and number",
      city: "City",
      region: "State or region",
      postal_code: "Postcode",
      country: "Country",
    },
  },
  {
    label: "Emergency contact",
    fields: {
      emergency_contact_name: "Emergency contact: name",
      emergency_contact_phone: "Emergency contact: phone",
      emergency_contact_relation: "Emergency contact: relationship",
    },
  },
  {
    label: "Guardian of a minor",
    fields: {
      guardian_name: "Guardian: name",
      guardian_email: "Guardian: e-mail",
      guardian_phone: "Guardian: phone",
    },
  },
  {
    label: "Membership",
    fields: {
      plan: "Plan",
      status: "Status",
      starts_on: "Starts on",
      ends_on: "Ends on",
      next_bill_on: "Next bill on",
      price: "Price",
      discount: "Discount",
      payment_method: "Payment method",
      amount_owed: "Amount owed",
      owed_since: "Owed since",
      account_credit: "Account credit",
      sessions_left: "Sessions left",
      sessions_expire_on: "Sessions expire on",
      frozen_from: "Frozen since",
      resumes_on: "Resumes on",
      cancels_on: "Last day before cancellation",
    },
  },
];

const names: Partial<Record<ImportField, string>> = Object.assign({}, ...fieldGroups.map(({ fields }) => fields));

export const fieldName = (field: string): string => names[field as ImportField] ?? "Entire row";

/** Fields that several columns can map to. All others take one column. */
export const multiColumnFields: ReadonlySet<string> = new Set<ImportField>(["tags", "notes", "address"]);
