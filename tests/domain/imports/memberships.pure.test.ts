import { expect, test } from "vitest";
import { parseRow } from "@/lib/domain/imports/parse/parse-row";
import { recogniseColumns } from "@/lib/domain/imports/parse/recognise-columns";
import { type Cells, codesOf, membershipOf, options, parse, person, rowOf, sold } from "./row-readers";

test.each([
  ["Active", "active"],
  ["LIVE", "active"],
  ["Current member", "active"],
  ["Active - auto renew", "active"],
  ["aktiv", "active"],
  ["en cours", "active"],
  ["Trialing", "trial"],
  ["Paused", "frozen"],
  ["On Hold", "frozen"],
  ["On-hold until May", "frozen"],
  ["ruhend", "frozen"],
  ["Canceled", "cancelled"],
  ["gekündigt", "cancelled"],
  ["résilié", "cancelled"],
  ["Expired", "expired"],
  ["Inactive", "expired"],
  ["not active", "expired"],
  ["vencido", "expired"],
  ["Not started", "pending"],
  ["Not started yet", "pending"],
  ["Past due", "overdue"],
  ["impayé", "overdue"],
])("the status %s is %s", (Status, expected) => {
  expect(membershipOf({ Status })?.status).toBe(expected);
});

test.each(["Prospect", "not paying", "no longer with us", "??", "7"])(
  "the status %s is asked about, not guessed",
  (Status) => {
    expect(codesOf({ ...sold, Status })).toEqual(["status_unknown"]);
  },
);

test.each([
  [{}, "active"],
  [{ "Start date": "06/03/2026" }, "pending"],
  [{ "End date": "04/03/2026" }, "expired"],
  [{ "End date": "05/03/2026" }, "active"],
  [{ "Cancel date": "04/03/2026" }, "cancelled"],
  [{ "Freeze until": "06/03/2026" }, "frozen"],
  [{ "Freeze until": "05/03/2026" }, "active"],
] as [Cells, string][])("without a status the dates %j say %s", (cells, expected) => {
  expect(membershipOf(cells)?.status).toBe(expected);
});

test("X4 a pause with a resume date is imported with that date", () => {
  expect(
    membershipOf({ Status: "Paused", "Hold start": "01/03/2026", "Freeze resume date": "23/03/2026" }),
  ).toMatchObject({
    status: "frozen",
    frozen_from: "2026-03-01",
    resumes_on: "2026-03-23",
  });
});

test("X4 a past pause is ignored, and one without a return date is reported", () => {
  expect(membershipOf({ Status: "Paused", "Resume date": "05/03/2026" })).toMatchObject({
    status: "active",
    resumes_on: null,
  });
  expect(codesOf({ ...sold, Status: "Paused", "Resume date": "05/03/2026" })).toEqual(["freeze_over"]);
  expect(codesOf({ ...sold, Status: "Paused" })).toEqual(["freeze_without_return"]);
  expect(codesOf({ ...sold, Status: "Paused", "Hold start": "09/03/2026", "Resume date": "08/03/2026" })).toEqual([
    "resumes_before_freeze",
  ]);
});

test("X4 a scheduled cancellation is imported, a past one of a running membership is not", () => {
  expect(membershipOf({ Status: "Active", "Cancel date": "31/03/2026" })).toMatchObject({
    status: "active",
    cancels_on: "2026-03-31",
  });
  expect(membershipOf({ Status: "Active", "Cancel date": "05/03/2026" })?.cancels_on).toBe("2026-03-05");
  expect(membershipOf({ Status: "Active", "Cancel date": "01/02/2026" })).toMatchObject({
    status: "active",
    cancels_on: null,
  });
  expect(codesOf({ ...sold, Status: "Active", "Cancel date": "01/02/2026" })).toEqual(["cancel_date_past"]);
});

test.each([
  ["10%", { kind: "percent", basis_points: 1000 }],
  ["100%", { kind: "percent", basis_points: 10000 }],
  ["12,5 %", { kind: "percent", basis_points: 1250 }],
  ["$5.00", { kind: "amount", minor: 500 }],
  ["-5", { kind: "amount", minor: 500 }],
  ["0", null],
  ["0%", null],
])("X4 a discount of %s is imported", (Discount, expected) => {
  expect(membershipOf({ Discount })?.discount).toEqual(expected);
});

test.each(["110%", "(5)", "some", "half"])("X4 a discount of %s is refused", (Discount) => {
  expect(codesOf({ ...sold, Discount })).toEqual(["discount_unreadable"]);
});

test.each([
  ["89", 8900],
  ["$89.00 per month", 8900],
  ["1,234.50", 123450],
  ["0", 0],
  ["free", 0],
  ["", null],
])("X4 a custom price of %j is imported", (Price, expected) => {
  expect(membershipOf({ Price })?.price_minor).toBe(expected);
});

test("X4 a price reads in its own currency and is never negative", () => {
  expect(membershipOf({ Price: "₹1,48,000" }, { currency: "INR" })?.price_minor).toBe(14800000);
  expect(membershipOf({ Price: "8,500" }, { currency: "JPY" })?.price_minor).toBe(8500);
  expect(codesOf({ ...sold, Price: "-5" })).toEqual(["price_unreadable"]);
});

test.each([
  ["7", 7],
  ["7.0", 7],
  ["7 of 10", 7],
  ["7/10", 7],
  ["3 visits", 3],
  ["0", 0],
  ["Unlimited", null],
  ["", null],
])("X4 remaining credits of %j are imported", (cell, expected) => {
  expect(membershipOf({ "Remaining credits": cell })?.sessions_left).toBe(expected);
});

test("X4 remaining credits keep their expiry", () => {
  expect(membershipOf({ "Remaining credits": "4", "Credits expire": "30/06/2026" })).toMatchObject({
    sessions_left: 4,
    sessions_expire_on: "2026-06-30",
  });
  expect(codesOf({ ...sold, "Remaining credits": "some" })).toEqual(["sessions_unreadable"]);
});

test.each([
  ["Cash", true],
  ["Überweisung", true],
  ["NEFT", true],
  ["Visa 4242", false],
  ["Direct debit", false],
  ["", false],
])("X4 who pays by %j pays offline: %s", (cell, expected) => {
  expect(membershipOf({ "Payment method": cell })?.is_paid_offline).toBe(expected);
});

test("X3 a next bill date in the past is reported before it is billed", () => {
  expect(codesOf({ ...sold, Status: "Active", "Next bill date": "01/03/2026" })).toEqual(["bill_date_past"]);
  expect(codesOf({ ...sold, Status: "Active", "Next bill date": "05/03/2026" })).toEqual([]);
  expect(codesOf({ ...sold, Status: "Cancelled", "Next bill date": "01/03/2026" })).toEqual([]);
});

test("a membership that is called active but has ended is imported as expired, with a warning", () => {
  expect(membershipOf({ Status: "Active", "End date": "28/02/2026" })?.status).toBe("expired");
  expect(codesOf({ ...sold, Status: "Active", "End date": "28/02/2026" })).toEqual(["status_out_of_date"]);
});

test("a membership without a start begins when the member joined, or today", () => {
  const unsold = { ...person, Plan: "Unlimited" };
  expect(rowOf({ ...unsold, Joined: "25/08/2025" }).membership?.starts_on).toBe("2025-08-25");
  expect(rowOf(unsold).membership?.starts_on).toBe("2026-03-05");
  expect(codesOf(unsold)).toEqual(["start_missing"]);
});

test("a start that cannot be read is asked about, not replaced", () => {
  expect(codesOf({ ...sold, "Start date": "soon" })).toEqual(["date_unreadable"]);
});

test("a day pass may start and end on one day", () => {
  expect(membershipOf({ "Start date": "05/03/2026", "End date": "05/03/2026" })).toMatchObject({ status: "active" });
});

test("a person without a plan is imported without a membership, with a warning where something was sold", () => {
  expect(parse(person)).toMatchObject({ ok: true, row: { membership: null }, problems: [] });
  expect(parse({ ...person, Price: "89" })).toMatchObject({ ok: true, row: { membership: null } });
  expect(codesOf({ ...person, Price: "89" })).toEqual(["plan_missing"]);
});

test("an end that says never is no end", () => {
  for (const cell of ["never", "Ongoing", "unbefristet", "00/00/0000", "0000-00-00"])
    expect(membershipOf({ "End date": cell })?.ends_on).toBeNull();
});

test("X5 the same cells are other days under the other order", () => {
  const cells = { "Start date": "03/02/2026" };
  expect(membershipOf(cells)?.starts_on).toBe("2026-02-03");
  expect(membershipOf(cells, { date_format: "mdy" })?.starts_on).toBe("2026-03-02");
});

test("a row with more cells than the header is refused, because its columns have shifted", () => {
  const { mapping } = recogniseColumns(["First name", "Last name"]);
  const shifted = parseRow(["Rahel", "Tesfaye", "Bern"], mapping, { ...options, column_count: 2 });
  expect(shifted).toMatchObject({ ok: false, row: null, problems: [{ field: "row", code: "too_many_cells" }] });
  expect(parseRow(["Rahel", "Tesfaye", " "], mapping, { ...options, column_count: 2 }).ok).toBe(true);
  expect(parseRow(["Rahel"], mapping, { ...options, column_count: 2 }).ok).toBe(true);
});
