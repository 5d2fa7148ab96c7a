/** C18: a renewal begins on the day after the old end, or today. */
export const renewalStarts = ["old_end", "today"] as const;

export const cancelReasons = [
  "price",
  "no_time",
  "relocation",
  "medical",
  "death",
  "dissatisfied",
  "other_gym",
  "not_paying",
  "cooling_off",
  "other",
] as const;
export type CancelReason = (typeof cancelReasons)[number];

export const limitPeriods = ["day", "week", "month", "term"] as const;

/** At most `count` visits, or days with a visit, in each day, week, month or term. The term is the whole membership. */
export type VisitLimit = { count: number; of: "sessions" | "days"; per: (typeof limitPeriods)[number] };

/** Of a session pack, at most `count` sessions may be classes of this category. */
export type ClassLimit = { category: string; count: number };

/** J4: from the n-th member of a family on, each period is cheaper. Exactly one of the two values. */
export type FamilyTier = { from: number; percent_bp: number | null; amount_minor: number | null };

/** E5: what a plan allows. Without a policy the organization's defaults apply. */
export type FreezePolicy = {
  is_allowed: boolean;
  min_days: number;
  max_days: number;
  max_days_per_year: number;
  notice_days: number;
  may_be_open_ended: boolean;
  fee: { mode: "none" | "full" } | { mode: "one_off" | "reduced"; amount_minor: number };
  /** E10. */
  extends_min_term: boolean;
  /** E13. */
  moves_pack_expiry: boolean;
  /** E4: a check-in ends the freeze. Otherwise the door refuses. */
  ends_on_return: boolean;
};

/** The defaults of a new organization. */
export const defaultFreezePolicy: FreezePolicy = {
  is_allowed: true,
  min_days: 7,
  max_days: 60,
  max_days_per_year: 90,
  notice_days: 3,
  may_be_open_ended: false,
  fee: { mode: "none" },
  extends_min_term: true,
  moves_pack_expiry: true,
  ends_on_return: false,
};
