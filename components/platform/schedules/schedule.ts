import type { Output } from "@/lib/contracts/contract";
import type { listScheduleRuns, listSchedules } from "@/lib/contracts/platform/schedules";
import type { ScheduleName } from "@/lib/values/notifications";

export type Schedule = Output<typeof listSchedules>["data"][number];
export type ScheduleRun = Output<typeof listScheduleRuns>["data"][number];

export const scheduleTexts: Record<ScheduleName, { name: string; sentence: string }> = {
  renewals: {
    name: "Renewals",
    sentence: "Issues the invoices of memberships whose next period begins.",
  },
  "membership-expiring": {
    name: "Membership ending soon",
    sentence: "Notifies members some days before their membership ends.",
  },
  "membership-expired": {
    name: "Membership ended",
    sentence: "Notifies members whose membership ended the day before.",
  },
  "freeze-ended": {
    name: "Freeze ended",
    sentence: "Notifies members whose freeze ended the day before.",
  },
  birthday: {
    name: "Birthday wishes",
    sentence: "Sends birthday wishes to members with marketing consent.",
  },
  "inactive-members": {
    name: "Inactive members",
    sentence: "Notifies staff of members who have not visited for a while.",
  },
  "re-engagement": {
    name: "We miss you",
    sentence: "Sends a message to inactive members with marketing consent.",
  },
  "credit-expiry": {
    name: "Expiry of goodwill",
    sentence: "Books back account credit that was given as goodwill and whose last day is over.",
  },
  "late-fees": {
    name: "Late fees",
    sentence: "Charges invoices that are not paid in time, where the legal entity charges a late fee.",
  },
  "card-expiry": {
    name: "Cards that expire",
    sentence: "Tells payers 30 and 7 days before the card expires that their bills are charged to.",
  },
  "payment-reminders": {
    name: "Payment reminders",
    sentence: "Reminds payers of what is due soon, today, or overdue, once a day at most.",
  },
  "price-increase-notices": {
    name: "Notices of new prices",
    sentence: "Tells who pays that a new price is coming, as many days before as its notice says.",
  },
  "revenue-recognition": {
    name: "Revenue of the day",
    sentence: "Books what the day before earned of the periods that were billed.",
  },
};

export const weekdayWords = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
