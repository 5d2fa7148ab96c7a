import { checkIn } from "@/lib/domain/access/check-ins";
import { fixedClock } from "@/lib/kernel/clock";
import { Problem } from "@/lib/kernel/errors";
import { type Gym, newMember } from "@/tests/support/gym/gym";
import { newMembership, newVisit } from "@/tests/support/gym/visits";
import { noon } from "@/tests/support/messages/messages";

export type Role = keyof Gym["people"];
export const as = (gym: Gym, role: Role, at = noon) => ({ ...gym.people[role].caller, clock: fixedClock(at) });

type Fields = NonNullable<Parameters<typeof newMember>[1]>;
type Terms = NonNullable<Parameters<typeof newMembership>[2]>;

/** A member without any reason for a denial, apart from the given fields and membership. */
export async function regular(gym: Gym, fields: Fields = {}, terms: Terms | null = {}): Promise<string> {
  const id = await newMember(gym, {
    email: "alex@example.com",
    waiver_signed_at: "2025-01-01T09:00:00Z",
    marketing_consent_at: "2025-01-01T09:00:00Z",
    marketing_consent_source: "member",
    ...fields,
  });
  if (terms) await newMembership(gym, id, terms);
  return id;
}

export const minutesBefore = (minutes: number, at = noon) => new Date(Date.parse(at) - minutes * 60_000).toISOString();

export async function insideSince(gym: Gym, minutes: number, terms: Terms = {}): Promise<string> {
  const id = await regular(gym, {}, terms);
  await newVisit(gym, id, { check_in_at: minutesBefore(minutes) });
  return id;
}

/** The entry decision: the reason of a refusal, "same visit", or the warnings of an entry. */
export async function door(
  gym: Gym,
  member_id: string,
  { at = noon, ...scan }: { at?: string; location_id?: string; check_in_time?: string; reason?: string } = {},
): Promise<string | string[]> {
  try {
    const answer = await checkIn(as(gym, "receptionist", at), { member_id, location_id: gym.location_id, ...scan });
    if (answer.repeated) return "same visit";
    return answer.decision.warnings.map(({ code }) => code).filter((code) => code !== "first_visit");
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { decision } = (error.extras.extensions ?? {}) as { decision?: { reason: string } };
    return decision?.reason ?? error.code;
  }
}
