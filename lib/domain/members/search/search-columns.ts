import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { fullName, toSearchText } from "@/lib/values/person-name";

type Searchable = {
  first_name: string;
  last_name?: string | null | undefined;
  email?: string | null | undefined;
  phone?: string | null | undefined;
  member_code?: string | undefined;
};

/** The derived columns of a member. Every write of name, e-mail, phone or member code must write them too. */
export function searchColumns(member: Searchable): { search_text: string; sort_name: string } {
  const { first_name, last_name, email, phone, member_code } = member;
  const sort_name = toSearchText([fullName(first_name, last_name)]);
  const search_text = toSearchText([
    fullName(first_name, last_name),
    last_name,
    first_name,
    email,
    ...phoneSpellings(phone),
    member_code,
    member_code?.replace(/[^\p{L}\p{N}]/gu, ""),
  ]);
  return { search_text, sort_name };
}

/** The international digits, and the national digits if they are not a part of them (leading 0). */
function phoneSpellings(phone: string | null | undefined): string[] {
  if (!phone) return [];
  const international = phone.replace(/\D/g, "");
  const national = parsePhoneNumberFromString(phone)?.formatNational().replace(/\D/g, "") ?? "";
  return international.includes(national) ? [international] : [international, national];
}
