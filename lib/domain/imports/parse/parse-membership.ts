import type { CalendarDay } from "@/lib/values/calendar-day";
import type { ImportedMembership, ParseOptions } from "./imported-row";
import { readDiscount, readPaidOffline, readPrice, readSessions } from "./parse-terms";
import { quoted, type RowReader } from "./row-reader";
import { type ImportedStatus, readStatus } from "./status-words";

const MEMBERSHIP_FIELDS = ["starts_on", "ends_on", "next_bill_on", "price", "sessions_left"] as const;

/** The membership of a row in its state in the other system; null without one. */
export const parseMembership = (
  reader: RowReader,
  joined_on: CalendarDay | null,
  options: ParseOptions,
): ImportedMembership | null => {
  const plan_name = reader.text("plan").replace(/\s+/g, " ");
  if (!plan_name) {
    if (MEMBERSHIP_FIELDS.some((field) => reader.text(field) !== ""))
      reader.warn(
        "plan",
        "plan_missing",
        "There is no plan, so the person is imported without a membership. Fill in the plan to import both",
      );
    return null;
  }
  const { today } = options;
  const dates = {
    starts_on: reader.day("starts_on"),
    ends_on: reader.day("ends_on"),
    next_bill_on: reader.day("next_bill_on"),
    frozen_from: reader.day("frozen_from"),
    resumes_on: reader.day("resumes_on"),
    cancels_on: reader.day("cancels_on"),
  };
  const starts_on = dates.starts_on ?? joined_on ?? today;
  if (!dates.starts_on && !reader.text("starts_on"))
    reader.warn("starts_on", "start_missing", `There is no start: the membership is taken to start on ${starts_on}`);
  if (dates.ends_on && dates.ends_on < starts_on)
    reader.refuse(
      "ends_on",
      "ends_before_start",
      `The membership ends on ${dates.ends_on}, before it starts on ${starts_on}. Correct one of the two`,
    );
  const status = resolveStatus(reader, dates, starts_on, today);
  if (status === "active" && dates.next_bill_on && dates.next_bill_on < today)
    reader.warn(
      "next_bill_on",
      "bill_date_past",
      `The next bill was due on ${dates.next_bill_on}. It is taken as paid, unless the row has an amount owed or the status overdue`,
    );
  const { frozen_from, resumes_on } = freezeOf(reader, status, dates, today);
  return {
    plan_name,
    status,
    starts_on,
    ends_on: dates.ends_on,
    next_bill_on: dates.next_bill_on,
    frozen_from,
    resumes_on,
    cancels_on: noticeOf(reader, status, dates.cancels_on, today),
    price_minor: readPrice(reader, options),
    discount: readDiscount(reader, options),
    is_paid_offline: readPaidOffline(reader),
    sessions_left: readSessions(reader),
    sessions_expire_on: reader.day("sessions_expire_on"),
  };
};

type Dates = Pick<ImportedMembership, "ends_on" | "resumes_on" | "cancels_on">;

/** The status of the file unless its dates contradict it; without a status, the status by dates. */
const resolveStatus = (reader: RowReader, dates: Dates, starts_on: CalendarDay, today: CalendarDay): ImportedStatus => {
  const cell = reader.text("status");
  const by_dates = statusByDates(dates, starts_on, today);
  if (!cell) return by_dates;
  const status = readStatus(cell);
  if (!status) {
    reader.refuse(
      "status",
      "status_unknown",
      `${quoted(cell)} is no status known here. Write active, trial, frozen, cancelled, expired, pending or overdue`,
    );
    return by_dates;
  }
  const runs = status === "active" || status === "trial" || status === "frozen";
  if (runs && by_dates === "expired") {
    reader.warn(
      "status",
      "status_out_of_date",
      `${quoted(cell)}, but the membership ended on ${dates.ends_on}: it is imported as expired`,
    );
    return "expired";
  }
  if (status === "frozen" && dates.resumes_on && dates.resumes_on <= today) {
    reader.warn(
      "status",
      "freeze_over",
      `${quoted(cell)}, but the freeze ended before ${dates.resumes_on}: it is imported as active`,
    );
    return "active";
  }
  return status;
};

const statusByDates = (
  { ends_on, resumes_on, cancels_on }: Dates,
  starts_on: CalendarDay,
  today: CalendarDay,
): ImportedStatus => {
  if (cancels_on && cancels_on < today) return "cancelled";
  if (ends_on && ends_on < today) return "expired";
  if (resumes_on && resumes_on > today) return "frozen";
  return starts_on > today ? "pending" : "active";
};

const freezeOf = (
  reader: RowReader,
  status: ImportedStatus,
  { frozen_from, resumes_on }: Pick<ImportedMembership, "frozen_from" | "resumes_on">,
  today: CalendarDay,
): Pick<ImportedMembership, "frozen_from" | "resumes_on"> => {
  if (frozen_from && resumes_on && resumes_on <= frozen_from)
    reader.refuse(
      "resumes_on",
      "resumes_before_freeze",
      `The freeze ends on ${resumes_on}, before it starts on ${frozen_from}. Correct one of the two`,
    );
  if (status === "frozen" && !resumes_on)
    reader.warn(
      "resumes_on",
      "freeze_without_return",
      "The membership is frozen without a return date: set one after the import",
    );
  const is_over = resumes_on !== null && resumes_on <= today;
  return is_over || (status !== "frozen" && !resumes_on)
    ? { frozen_from: null, resumes_on: null }
    : { frozen_from, resumes_on };
};

/** A past end date of a running membership belongs to an earlier one. */
const noticeOf = (
  reader: RowReader,
  status: ImportedStatus,
  cancels_on: CalendarDay | null,
  today: CalendarDay,
): CalendarDay | null => {
  if (!cancels_on || cancels_on >= today || status === "cancelled" || status === "expired") return cancels_on;
  reader.warn(
    "cancels_on",
    "cancel_date_past",
    `The membership runs, so its cancellation of ${cancels_on} is left out`,
  );
  return null;
};
