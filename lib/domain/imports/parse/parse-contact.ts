import { emailAddress } from "@/lib/values/email";
import { cleanPhone } from "@/lib/values/phone";
import type { ImportField } from "./fields";
import type { ParseOptions } from "./imported-row";
import { quoted, type RowReader } from "./row-reader";

/** Placeholder addresses for a required field. */
const PLACEHOLDER = /^(no|none|no[._-]?e?mail|na|unknown|no-?reply|x+|\d?)@|@(no|none|no-?e?mail)\.\w+$/i;

export const readEmail = (reader: RowReader): string | null => {
  const cell = reader.text("email").replace(/^mailto:/i, "");
  if (!cell) return null;
  const [first = "", ...more] = cell.split(/[;,\s]+/).filter(Boolean);
  if (PLACEHOLDER.test(first)) {
    reader.warn(
      "email",
      "email_placeholder",
      `${quoted(first)} stands for no address: the member is imported without one`,
    );
    return null;
  }
  const email = emailAddress.safeParse(more.length > 0 && !first.includes("@") ? cell : first);
  if (!email.success) {
    reader.refuse(
      "email",
      "email_invalid",
      `${quoted(cell)} is no e-mail address. Write it as name@example.com or empty the cell`,
    );
    return null;
  }
  if (more.length > 0)
    reader.warn("email", "email_more_than_one", `Only the first of these addresses is taken: ${email.data}`);
  return email.data;
};

/** The mobile number if it is valid, otherwise the other number, because reminders go to mobile phones. */
export const readPhone = (reader: RowReader, options: ParseOptions): string | null =>
  readNumber(reader, "mobile", options) ?? readNumber(reader, "phone", options);

const readNumber = (
  reader: RowReader,
  field: ImportField,
  { calling_code, isKnownPhone }: ParseOptions,
  cell: string = reader.text(field),
): string | null => {
  if (!cell) return null;
  // A number with its country prefix has one reading, which needs no numbering plan.
  const isKnown = calling_code === undefined || cell.includes("+") ? undefined : isKnownPhone;
  const phone = cleanPhone(cell, { calling_code, isKnown });
  if (!phone.ok) {
    reader.warn(field, `phone_${phone.code}`, `${quoted(cell)} is left out. ${phone.message}`);
    return null;
  }
  if (phone.flags.includes("plus_restored"))
    reader.warn(field, "phone_plus_restored", `${quoted(cell)} has lost its plus sign and is read as ${phone.e164}`);
  if (phone.flags.includes("extension_dropped"))
    reader.warn(
      field,
      "phone_extension_dropped",
      `${quoted(cell)} is imported without its extension, as ${phone.e164}`,
    );
  return phone.e164;
};

export type EmergencyContact = {
  emergency_contact_name: string | null;
  emergency_contact_phone: string | null;
  emergency_contact_relation: string | null;
};

/** One cell may contain name and number: "Selam Tesfaye, +61 400 555 904". */
export const readEmergencyContact = (reader: RowReader, options: ParseOptions): EmergencyContact => {
  const { name, phone } = readPerson(reader, "emergency_contact_name", "emergency_contact_phone", options);
  return {
    emergency_contact_name: name,
    emergency_contact_phone: phone,
    emergency_contact_relation: reader.text("emergency_contact_relation") || null,
  };
};

export type Guardian = {
  guardian_name: string | null;
  guardian_email: string | null;
  guardian_phone: string | null;
};

export const readGuardian = (reader: RowReader, options: ParseOptions): Guardian => {
  const { name, phone } = readPerson(reader, "guardian_name", "guardian_phone", options);
  return { guardian_name: name, guardian_email: readGuardianEmail(reader), guardian_phone: phone };
};

function readPerson(reader: RowReader, named: ImportField, dialled: ImportField, options: ParseOptions) {
  const cell = reader.text(named);
  const [, name = cell, number = ""] = /^(.*?)[\s,:;(-]*(\+?\d[\d\s().-]{5,}\d)\)?$/.exec(cell) ?? [];
  return {
    name: name || null,
    phone: readNumber(reader, dialled, options) ?? readNumber(reader, named, options, number),
  };
}

function readGuardianEmail(reader: RowReader): string | null {
  const cell = reader.text("guardian_email").replace(/^mailto:/i, "");
  if (!cell) return null;
  const email = emailAddress.safeParse(cell.split(/[;,\s]+/)[0]);
  if (email.success && !PLACEHOLDER.test(email.data)) return email.data;
  reader.warn("guardian_email", "guardian_email_invalid", `${quoted(cell)} is left out. Write it as name@example.com`);
  return null;
}
