import { z } from "zod";
import { localTime } from "./wall-time";

const minutes = (max: number) => z.int().min(0, "Give 0 or more minutes").max(max, `At most ${max} minutes`);
const days = (max: number) => z.int().min(0, "Give 0 or more days").max(max, `At most ${max} days`);
const isDayCount = (given: number) => Number.isInteger(given) && given >= 1 && given <= 60;
const dayList = z
  .array(z.number())
  .min(1, "Give at least one number of days")
  .max(4, "At most four notices")
  .refine((given) => given.every(isDayCount), "Give whole numbers of days from 1 to 60, as 7, 1")
  .refine((given) => new Set(given).size === given.length, "Name each number of days once");
const percent = z.int().min(1, "Give 1 to 100 %").max(100, "Give 1 to 100 %");

/** What an organization decides for itself, one flat object. Only what differs from the defaults is stored. */
export const policyFields = {
  /** I4: a second scan inside this time and without exit belongs to the visit that is open. */
  anti_passback_minutes: minutes(240),
  second_entry: z.enum(["same_visit", "deny"]),
  double_read_seconds: z.int().min(1).max(60),
  max_visit_minutes: z.int().min(15, "A visit lasts at least 15 minutes").max(1440, "A visit lasts at most a day"),
  overdue_grace_days: days(90),
  /** An open amount from which entry is refused whatever its age; null: days decide alone. */
  overdue_amount_minor: z.int().min(1).max(1_000_000_000).nullable(),
  overdue_blocks: z.enum(["membership", "person"]),
  expiring_days: days(90),
  without_membership: z.enum(["deny", "warn"]),
  waiver: z.enum(["off", "warn", "block"]),
  guardian: z.enum(["off", "warn", "block"]),
  adult_age: z.int().min(14).max(25),
  full_house: z.enum(["off", "warn", "deny"]),
  closed_entry: z.enum(["off", "warn", "deny"]),
  /** B9: how far back the desk may enter a visit without a manager. */
  back_fill_hours: z.int().min(0).max(168),
  busy_percent: percent,
  full_percent: percent,
  /** P6: marketing waits for the end of these hours, in the member's own time. From and to alike: no quiet hours. */
  quiet_hours_from: localTime,
  quiet_hours_to: localTime,
  /** P13: what the gym sends by the clock, such as reminders, goes out between these hours, in the member's own time. Alike: at any hour. */
  message_hours_from: localTime,
  message_hours_to: localTime,
  /** How many days before the last one a member is told that the membership ends. */
  expiring_notice_days: dayList,
  inactive_days: z.int().min(3, "Give at least 3 days").max(180, "At most 180 days"),
  /** P11: for so long nobody is asked again to come back. */
  re_engagement_pause_days: z.int().min(7, "Give at least 7 days").max(365, "At most 365 days"),
} as const;

export const policies = z.object(policyFields);
export type Policies = z.infer<typeof policies>;

export const defaultPolicies: Policies = {
  anti_passback_minutes: 10,
  second_entry: "same_visit",
  double_read_seconds: 10,
  max_visit_minutes: 120,
  overdue_grace_days: 7,
  overdue_amount_minor: null,
  overdue_blocks: "membership",
  expiring_days: 14,
  without_membership: "deny",
  waiver: "warn",
  guardian: "block",
  adult_age: 18,
  full_house: "warn",
  closed_entry: "warn",
  back_fill_hours: 24,
  busy_percent: 80,
  full_percent: 95,
  quiet_hours_from: "21:00",
  quiet_hours_to: "09:00",
  message_hours_from: "08:00",
  message_hours_to: "21:00",
  expiring_notice_days: [7, 1],
  inactive_days: 14,
  re_engagement_pause_days: 30,
};

const isPolicy = (name: string): name is keyof Policies => Object.hasOwn(policyFields, name);

/**
 * The policies in force. Every place that acts by a policy or shows it reads it here. A stored value that today's rules no
 * longer accept gives way to its default.
 */
export function policiesOf({ policies: stored }: { policies: Record<string, unknown> }): Policies {
  const chosen = Object.keys(stored)
    .filter(isPolicy)
    .flatMap((name) => {
      const parsed = policyFields[name].safeParse(stored[name]);
      return parsed.success ? [[name, parsed.data] as const] : [];
    });
  return { ...defaultPolicies, ...Object.fromEntries(chosen) };
}
