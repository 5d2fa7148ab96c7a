import type { SelectOption } from "@/components/ui/forms/select";
import type { Policies } from "@/lib/values/policies";

/** Texts and fields in reading order. Fields have an accessible name. */
export type PolicySentence = readonly { field?: keyof Policies; text: string; label?: string }[];

const words = (text: string) => ({ text });
const field = (name: keyof Policies, label: string) => ({ field: name, text: "", label });

const entryOptions: SelectOption[] = [
  { value: "off", label: "are admitted" },
  { value: "warn", label: "are admitted with a warning" },
  { value: "deny", label: "are denied entry" },
];
const signatureOptions: SelectOption[] = [
  { value: "off", label: "are admitted" },
  { value: "warn", label: "are admitted with a warning" },
  { value: "block", label: "are denied entry" },
];

export const choices: Partial<Record<keyof Policies, readonly SelectOption[]>> = {
  second_entry: [
    { value: "same_visit", label: "counts as the same visit" },
    { value: "deny", label: "is denied" },
  ],
  overdue_blocks: [
    { value: "membership", label: "this membership" },
    { value: "person", label: "all memberships of the member" },
  ],
  overdue_self_freeze: [
    { value: "deny", label: "cannot freeze their membership themselves" },
    { value: "allow", label: "can freeze their membership themselves" },
  ],
  without_membership: [
    { value: "deny", label: "are denied entry" },
    { value: "warn", label: "are admitted with a warning" },
  ],
  waiver: signatureOptions,
  guardian: signatureOptions,
  full_house: entryOptions,
  closed_entry: entryOptions,
  dunning_new_method: [
    { value: "at_once", label: "at once, the oldest invoice first and then one after the other" },
    { value: "next_try", label: "at the next try" },
  ],
  dunning_manual_try: [
    { value: "extra", label: "does not change the schedule" },
    { value: "counts", label: "takes the place of the next try of the schedule" },
  ],
  unpaid_next_cycle: [
    { value: "bill", label: "are billed for their next period" },
    { value: "wait", label: "are not billed until the debt is settled" },
  ],
  invoice_sending: [
    { value: "automatic", label: "are mailed when they are issued" },
    { value: "by_hand", label: "are mailed by hand only" },
  ],
};

/** The units of numeric policies. */
export const units: Partial<Record<keyof Policies, string>> = {
  anti_passback_minutes: "min",
  double_read_seconds: "s",
  max_visit_minutes: "min",
  overdue_grace_days: "days",
  expiring_days: "days",
  back_fill_hours: "h",
  busy_percent: "%",
  full_percent: "%",
  unpaid_ends_membership_days: "days",
  unpaid_write_off_days: "days",
  inactive_days: "days",
  re_engagement_pause_days: "days",
  payment_reminder_days_before: "days",
};

export const policyGroups: readonly { title: string; sentences: readonly PolicySentence[] }[] = [
  {
    title: "Check-in",
    sentences: [
      [
        words("A second scan within"),
        field("anti_passback_minutes", "Anti-passback window in minutes"),
        field("second_entry", "Result of a second scan"),
      ],
      [
        words("Repeated reads of the same pass within"),
        field("double_read_seconds", "Double read window in seconds"),
        words("count as one scan"),
      ],
      [words("Members without a membership"), field("without_membership", "Members without a membership")],
      [words("Outside opening hours, members"), field("closed_entry", "Members outside opening hours")],
      [words("Members without a signed waiver"), field("waiver", "Members without a signed waiver")],
      [
        words("Members under the age of"),
        field("adult_age", "Age of majority"),
        words("without a guardian’s signature"),
        field("guardian", "Minors without a guardian’s signature"),
      ],
    ],
  },
  {
    title: "Occupancy",
    sentences: [
      [
        words("Busy from"),
        field("busy_percent", "Busy from"),
        words("of the capacity, full from"),
        field("full_percent", "Full from"),
      ],
      [words("When a location is full, members"), field("full_house", "Members when a location is full")],
      [words("Visits without a check-out end after"), field("max_visit_minutes", "Minutes until automatic check-out")],
    ],
  },
  {
    title: "Overdue payments",
    sentences: [
      [
        words("Entry is denied"),
        field("overdue_grace_days", "Grace period in days"),
        words("after the due date of a bill. This applies to"),
        field("overdue_blocks", "Memberships affected by an overdue payment"),
      ],
      [
        words("Entry is denied immediately from an overdue amount of"),
        field("overdue_amount_minor", "Overdue amount that denies entry immediately"),
      ],
      [words("Members with an overdue payment"), field("overdue_self_freeze", "Own freezes with an overdue payment")],
    ],
  },
  {
    title: "Failed payments",
    sentences: [
      [
        words("A payment that a bank refused is tried again"),
        field("dunning_days", "Days after the first failed payment, separated by commas"),
        words("days after the first failure, at"),
        field("dunning_try_time", "Local time of a try"),
      ],
      [
        words("Cards are tried only between"),
        field("dunning_hours_from", "Start of the hours for tries"),
        words("and"),
        field("dunning_hours_to", "End of the hours for tries"),
        words("in the time zone of the location"),
      ],
      [
        words("After these answers a card is not tried again:"),
        field("dunning_stop_codes", "Answers of the bank that stop the tries"),
      ],
      [words("A new card pays what is unpaid"), field("dunning_new_method", "When a new card pays what is unpaid")],
      [words("A try by staff"), field("dunning_manual_try", "What a try by staff changes")],
      [
        words("A membership ends"),
        field("unpaid_ends_membership_days", "Days after the due day until a membership ends, empty for never"),
        words("after the due day of an unpaid invoice (empty: never)"),
      ],
      [
        words("An unpaid invoice is written off"),
        field("unpaid_write_off_days", "Days after the due day until an invoice is written off, empty for never"),
        words("after its due day (empty: never)"),
      ],
      [words("Memberships with an overdue invoice"), field("unpaid_next_cycle", "The next period while unpaid")],
    ],
  },
  {
    title: "Lists and front desk",
    sentences: [
      [
        words("Memberships are shown as expiring"),
        field("expiring_days", "Days before the end"),
        words("before they end"),
      ],
      [
        words("Front desk staff can add visits up to"),
        field("back_fill_hours", "Maximum age of a back-dated check-in in hours"),
        words("in the past. Older visits require a manager"),
      ],
    ],
  },
  {
    title: "Invoices and payments",
    sentences: [
      [words("Invoices and credit notes"), field("invoice_sending", "How invoices are sent")],
      [
        words("Payers are reminded"),
        field("payment_reminder_days_before", "Days before the due day, 0 for none"),
        words("before an invoice is due, on its due day, and"),
        field("payment_reminder_days", "Days after the due day, separated by commas"),
        words("days after it"),
      ],
    ],
  },
  {
    title: "Messages to members",
    sentences: [
      [
        words("Marketing messages are not sent from"),
        field("quiet_hours_from", "Start of quiet hours"),
        words("until"),
        field("quiet_hours_to", "End of quiet hours"),
        words("in the member’s time zone"),
      ],
      [
        words("Reminders and greetings are sent between"),
        field("message_hours_from", "Start of the hours for reminders"),
        words("and"),
        field("message_hours_to", "End of the hours for reminders"),
        words("in the member’s time zone"),
      ],
      [
        words("Members are notified"),
        field("expiring_notice_days", "Days before the end, separated by commas"),
        words("days before their membership ends"),
      ],
      [
        words("Members without a visit for"),
        field("inactive_days", "Days without a visit"),
        words("count as inactive"),
      ],
      [
        words("Re-engagement messages to the same member are at least"),
        field("re_engagement_pause_days", "Minimum days between re-engagement messages"),
        words("apart"),
      ],
    ],
  },
];
