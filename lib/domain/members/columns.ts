import type { z } from "zod";
import type { memberInput } from "@/lib/contracts/members/member-fields";
import { invalid } from "@/lib/kernel/errors";
import { addDays } from "@/lib/values/calendar-day";
import type { Member } from "./find";
import { isKnownNumber } from "./phone-plan";
import { searchColumns } from "./search/search-columns";

export type MemberInput = z.output<
  z.ZodObject<{ [K in keyof typeof memberInput]: z.ZodOptional<(typeof memberInput)[K]> }>
>;
type Before = Pick<
  Member,
  | "member_code"
  | "first_name"
  | "last_name"
  | "email"
  | "phone"
  | "marketing_consent_at"
  | "waiver_signed_at"
  | "guardian_signed_at"
>;

/** The columns that an input changes, with the columns derived from them. */
export function columnsOf(input: MemberInput, before: Before, now: string, source: "staff" | "member" = "staff") {
  const { has_marketing_consent, has_signed_waiver, has_guardian_signature, tags, ...plain } = input;
  // In some time zone it is already the next day, so one day ahead is accepted.
  if (input.birth_on && input.birth_on > addDays(now.slice(0, 10), 1)) throw invalid("birth_on", "lies in the future");
  const given = (is_given: boolean | undefined, since: string | null) =>
    is_given === undefined ? since : is_given ? (since ?? now) : null;
  const marketing_consent_at = given(has_marketing_consent, before.marketing_consent_at);
  return {
    ...plain,
    ...(tags && { tags: [...new Set(tags)] }),
    ...(plain.phone !== undefined && { is_phone_known: plain.phone === null ? null : isKnownNumber(plain.phone) }),
    marketing_consent_at,
    ...(marketing_consent_at !== before.marketing_consent_at && {
      marketing_consent_source: marketing_consent_at === null ? null : source,
    }),
    waiver_signed_at: given(has_signed_waiver, before.waiver_signed_at),
    guardian_signed_at: given(has_guardian_signature, before.guardian_signed_at),
    ...searchColumns({ ...before, ...plain }),
  };
}
