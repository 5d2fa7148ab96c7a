import type { SelectOption } from "@/components/ui/forms/select";
import type { Policies } from "@/lib/values/policies";

/** Words and fields in reading order; a field carries the name that a screen reader says. */
export type PolicySentence = readonly { field?: keyof Policies; text: string; label?: string }[];

const words = (text: string) => ({ text });
const field = (name: keyof Policies, label: string) => ({ field: name, text: "", label });

const letIn: SelectOption[] = [
  { value: "off", label: "come in" },
  { value: "warn", label: "come in with a warning" },
  { value: "deny", label: "wait at the desk" },
];
const sign: SelectOption[] = [
  { value: "off", label: "comes in" },
  { value: "warn", label: "comes in with a warning" },
  { value: "block", label: "waits at the desk" },
];

export const choices: Partial<Record<keyof Policies, readonly SelectOption[]>> = {
  second_entry: [
    { value: "same_visit", label: "belongs to the same visit" },
    { value: "deny", label: "is refused" },
  ],
  overdue_blocks: [
    { value: "membership", label: "this membership" },
    { value: "person", label: "everything the person has" },
  ],
  without_membership: [
    { value: "deny", label: "waits at the desk" },
    { value: "warn", label: "comes in with a warning" },
  ],
  waiver: sign,
  guardian: sign,
  full_house: letIn,
  closed_entry: letIn,
};

/** Units behind a number. */
export const numbers: Partial<Record<keyof Policies, string>> = {
  anti_passback_minutes: "min",
  double_read_seconds: "s",
  max_visit_minutes: "min",
  overdue_grace_days: "days",
  expiring_days: "days",
  back_fill_hours: "h",
  busy_percent: "%",
  full_percent: "%",
  inactive_days: "days",
  re_engagement_pause_days: "days",
};

export const policyGroups: readonly { title: string; sentences: readonly PolicySentence[] }[] = [
  {
    title: "At the door",
    sentences: [
      [
        words("A second scan within"),
        field("anti_passback_minutes", "Minutes within which a second scan counts as the same"),
        field("second_entry", "What a second scan does"),
      ],
      [words("The same pass read twice within"), field("double_read_seconds", "Seconds"), words("is one scan")],
      [words("Somebody without a membership"), field("without_membership", "Somebody without a membership")],
      [words("Outside the opening hours, members"), field("closed_entry", "Members outside the opening hours")],
      [words("Who has not signed the waiver"), field("waiver", "Who has not signed the waiver")],
      [
        words("Somebody under"),
        field("adult_age", "Age from which nobody asks for a guardian"),
        words("without a guardian’s signature"),
        field("guardian", "A young member without a guardian’s signature"),
      ],
    ],
  },
  {
    title: "How full it is",
    sentences: [
      [
        words("Busy from"),
        field("busy_percent", "Busy from"),
        words("of the room, full from"),
        field("full_percent", "Full from"),
      ],
      [words("When the house is full, members"), field("full_house", "Members when the house is full")],
      [words("A visit without a check-out ends after"), field("max_visit_minutes", "Minutes after which a visit ends")],
    ],
  },
  {
    title: "Money owed",
    sentences: [
      [
        words("Entry is refused"),
        field("overdue_grace_days", "Days after which a debt refuses entry"),
        words("after a bill is due, and it blocks"),
        field("overdue_blocks", "What a debt blocks"),
      ],
      [
        words("Entry is refused at once from a debt of"),
        field("overdue_amount_minor", "Debt that refuses entry at once"),
      ],
    ],
  },
  {
    title: "Lists and the desk",
    sentences: [
      [
        words("A membership is shown as expiring"),
        field("expiring_days", "Days before the end"),
        words("before it ends"),
      ],
      [
        words("The desk may enter a visit up to"),
        field("back_fill_hours", "Hours that the desk may go back"),
        words("back; beyond that, managers only"),
      ],
    ],
  },
  {
    title: "Messages to members",
    sentences: [
      [
        words("Marketing waits from"),
        field("quiet_hours_from", "Beginning of the quiet hours"),
        words("until"),
        field("quiet_hours_to", "End of the quiet hours"),
        words("in the member’s own time"),
      ],
      [
        words("Reminders and greetings go out between"),
        field("message_hours_from", "Beginning of the hours for reminders"),
        words("and"),
        field("message_hours_to", "End of the hours for reminders"),
        words("in the member’s own time"),
      ],
      [
        words("A member is told"),
        field("expiring_notice_days", "Days before the end, separated by commas"),
        words("days before a membership ends"),
      ],
      [
        words("Somebody who has not been in for"),
        field("inactive_days", "Days without a visit"),
        words("counts as inactive"),
      ],
      [
        words("Who was asked to come back is not asked again for"),
        field("re_engagement_pause_days", "Days between two messages that ask to come back"),
      ],
    ],
  },
];
