import { decideEntry } from "@/lib/domain/access/entry-rules/decide";
import type {
  EntryFacts,
  EntryLimit,
  EntryMember,
  EntryMembership,
  EntryQuota,
} from "@/lib/domain/access/entry-rules/facts";
import { defaultPolicies } from "@/lib/values/default-policies";
import type { Policies } from "@/lib/values/policies";

/** Thursday 5 March 2026, 5:42 pm in New York. */
export const THURSDAY = "2026-03-05T22:42:00Z";

export const FITZROY = "location-fitzroy";
export const CARLTON = "location-carlton";

export const membership = (overrides: Partial<EntryMembership> = {}): EntryMembership => ({
  id: "membership-1",
  plan_name: "Unlimited",
  starts_on: "2025-08-25",
  ends_on: null,
  cancelled_on: null,
  freezes: [],
  location_ids: null,
  access_hours: null,
  overdue: null,
  quota: null,
  limits: [],
  ...overrides,
});

export const quota = (overrides: Partial<EntryQuota> = {}): EntryQuota => ({
  limit: 8,
  used: 0,
  used_today: false,
  ...overrides,
});

/** Three visits in the week of that Thursday. */
export const limit = (overrides: Partial<EntryLimit> = {}): EntryLimit => ({
  count: 3,
  of: "sessions",
  per: "week",
  from_on: "2026-03-02",
  to_on: "2026-03-08",
  used: 0,
  used_today: false,
  ...overrides,
});

const member = (overrides: Partial<EntryMember> = {}): EntryMember => ({
  id: "member-1",
  first_name: "Rahel",
  is_archived: false,
  ban: null,
  birth_on: "1994-05-17",
  waiver_signed_at: "2025-08-25T12:00:00Z",
  guardian_signed_at: null,
  visits_before: 73,
  ...overrides,
});

type Overrides = Partial<Omit<EntryFacts, "policy" | "location" | "member">> & {
  policy?: Partial<Policies>;
  location?: Partial<EntryFacts["location"]>;
  member?: Partial<EntryMember> | null;
};

export const facts = (overrides: Overrides = {}): EntryFacts => ({
  now: THURSDAY,
  received_at: overrides.now ?? THURSDAY,
  locale: "en-US",
  occupancy: 95,
  credential: { kind: "qr", state: "ok", used_by_visit_id: null },
  memberships: [membership()],
  open_visit: null,
  last_visit: null,
  ...overrides,
  location: {
    id: FITZROY,
    name: "Fitzroy",
    time_zone: "America/New_York",
    opening_hours: null,
    capacity: 140,
    ...overrides.location,
  },
  policy: { ...defaultPolicies, ...overrides.policy },
  member: overrides.member === null ? null : member(overrides.member),
});

export const visitAt = (check_in_at: string, location_id = FITZROY) => ({ id: "visit-1", location_id, check_in_at });

export const reasonOf = (...overrides: Parameters<typeof facts>) => decideEntry(facts(...overrides)).reason;
export const admits = (...overrides: Parameters<typeof facts>) =>
  decideEntry(facts(...overrides)).outcome === "allowed";
export const warningsOf = (...overrides: Parameters<typeof facts>) =>
  decideEntry(facts(...overrides)).warnings.map(({ code }) => code);
