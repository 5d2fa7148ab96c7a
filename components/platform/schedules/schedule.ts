import type { Output } from "@/lib/contracts/contract";
import type { listScheduleRuns, listSchedules } from "@/lib/contracts/platform/schedules";
import type { ScheduleName } from "@/lib/values/notifications";

export type Schedule = Output<typeof listSchedules>["data"][number];
export type ScheduleRun = Output<typeof listScheduleRuns>["data"][number];

export const scheduleWords: Record<ScheduleName, { name: string; sentence: string }> = {
  "membership-expiring": {
    name: "Membership ends soon",
    sentence: "Tells members some days before their membership ends.",
  },
  "membership-expired": {
    name: "Membership has ended",
    sentence: "Tells members whose membership ended the day before.",
  },
  "freeze-ended": {
    name: "Freeze is over",
    sentence: "Tells members whose frozen membership runs again from this day.",
  },
  birthday: {
    name: "Birthday wishes",
    sentence: "Congratulates members whose birthday it is and who agreed to offers and news.",
  },
  "inactive-members": {
    name: "Who stayed away",
    sentence: "Tells the team which members have not been in for a while.",
  },
  "re-engagement": {
    name: "We miss you",
    sentence: "Writes to members who stayed away and agreed to offers and news.",
  },
};

export const weekdayWords = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
