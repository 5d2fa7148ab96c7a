import { z } from "zod";
import { defaultPolicies } from "./default-policies";
import { declineCodes } from "./gateways";
import { localTime } from "./schemas/wall-time";

const minutes = (max: number) => z.int().min(0, "Give 0 or more minutes").max(max, `At most ${max} minutes`);
const days = (max: number) => z.int().min(0, "Give 0 or more days").max(max, `At most ${max} days`);
const isDayCount = (given: number) => Number.isInteger(given) && given >= 1 && given <= 60;
const dayList = z
  .array(z.number())
  .min(1, "Give at least one number of days")
  .max(4, "At most four notices")
  .refine((given) => given.every(isDayCount), "Give whole numbers of days from 1 to 60, as 7, 1")
  .refine((given) => new Set(given).size === given.length, "Name each number of days once");
const daysOrNever = z.int().min(1, "Give at least 1 day").max(365, "At most 365 days").nullable();
const percent = z.int().min(1, "Give 1 to 100 %").max(100, "Give 1 to 100 %");

/** Settings of an organization as a flat object. Only values that differ from the defaults are stored. */
export const policyFields = {
  /** I4: a second scan within this time and without a check-out belongs to the open visit. */
  anti_passback_minutes: minutes(240),
  second_entry: z.enum(["same_visit", "deny"]),
  double_read_seconds: z.int().min(1).max(60),
  max_visit_minutes: z.int().min(15, "A visit lasts at least 15 minutes").max(1440, "A visit lasts at most a day"),
  overdue_grace_days: days(90),
  /** From this overdue amount, entry is denied regardless of its age. null: only overdue_grace_days applies. */
  overdue_amount_minor: z.int().min(1).max(1_000_000_000).nullable(),
  overdue_blocks: z.enum(["membership", "person"]),
  /** E15: whether members with an overdue payment may freeze their membership themselves. */
  overdue_self_freeze: z.enum(["deny", "allow"]),
  expiring_days: days(90),
  without_membership: z.enum(["deny", "warn"]),
  waiver: z.enum(["off", "warn", "block"]),
  guardian: z.enum(["off", "warn", "block"]),
  adult_age: z.int().min(14).max(25),
  full_house: z.enum(["off", "warn", "deny"]),
  closed_entry: z.enum(["off", "warn", "deny"]),
  /** B9: how far back the desk may back-date a check-in without a manager. */
  back_fill_hours: z.int().min(0).max(168),
  busy_percent: percent,
  full_percent: percent,
  /** P6: marketing waits until the end of these hours, in the member's time zone. Equal times: no quiet hours. */
  quiet_hours_from: localTime,
  quiet_hours_to: localTime,
  /** P13: scheduled messages, such as reminders, are sent between these hours, in the member's time zone. Equal times: at any hour. */
  message_hours_from: localTime,
  message_hours_to: localTime,
  /** Days before the end of a membership at which the member is notified. */
  expiring_notice_days: dayList,
  /** Whether invoices and credit notes are mailed when they are issued, or only by the button. */
  invoice_sending: z.enum(["automatic", "by_hand"]),
  /** K23: a payer is reminded this many days before an invoice is due. 0: not before. */
  payment_reminder_days_before: z.int().min(0, "Give 0 or more days").max(30, "At most 30 days"),
  /** K23: and this many days after the due day. */
  payment_reminder_days: dayList,
  /** K3: days after the first failed payment at which it is tried again. */
  dunning_days: dayList,
  dunning_try_time: localTime,
  /** K22: no card is tried outside these hours, in the time zone of the location. Equal times: at any hour. */
  dunning_hours_from: localTime,
  dunning_hours_to: localTime,
  /** K3: after these answers of the bank the same method is not tried again. */
  dunning_stop_codes: z.array(z.enum(declineCodes)).max(declineCodes.length),
  /** K4: whether a new method pays what is unpaid at once, one invoice after the other, or at the next try. */
  dunning_new_method: z.enum(["at_once", "next_try"]),
  /** K5: whether a try by staff takes the place of the next one of the schedule. */
  dunning_manual_try: z.enum(["extra", "counts"]),
  /** Days after the due day; null: never. */
  unpaid_ends_membership_days: daysOrNever,
  unpaid_write_off_days: daysOrNever,
  /** K9: whether a membership with an overdue invoice is billed for its next period. */
  unpaid_next_cycle: z.enum(["bill", "wait"]),
  inactive_days: z.int().min(3, "Give at least 3 days").max(180, "At most 180 days"),
  /** P11: minimum days between two re-engagement messages. */
  re_engagement_pause_days: z.int().min(7, "Give at least 7 days").max(365, "At most 365 days"),
} as const;

export const policies = z.object(policyFields);
export type Policies = z.infer<typeof policies>;

const isPolicy = (name: string): name is keyof Policies => Object.hasOwn(policyFields, name);

/**
 * The effective policies. Every place that acts by a policy or shows it reads it here. A stored value that is no longer valid is
 * replaced by its default.
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
