import { expect, test } from "vitest";
import { type ParseOptions, parseRow, recogniseColumns } from "@/lib/domain/imports/parse";
import { isKnownNumber } from "@/lib/domain/members/phone-plan";

const options: ParseOptions = {
  date_format: "dmy",
  currency: "USD",
  today: "2026-03-05",
  calling_code: "44",
  isKnownPhone: isKnownNumber,
};

type Cells = Record<string, string>;
const parse = (cells: Cells, overrides: Partial<ParseOptions> = {}) =>
  parseRow(Object.values(cells), recogniseColumns(Object.keys(cells)).mapping, { ...options, ...overrides });

const person: Cells = { "First name": "Rahel", "Last name": "Tesfaye" };
const sold: Cells = { ...person, Plan: "Unlimited", "Start date": "25/08/2025" };

const rowOf = (cells: Cells, overrides: Partial<ParseOptions> = {}) => {
  const parsed = parse(cells, overrides);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.row;
};
const membershipOf = (cells: Cells, overrides: Partial<ParseOptions> = {}) =>
  rowOf({ ...sold, ...cells }, overrides).membership;
const codesOf = (cells: Cells, overrides: Partial<ParseOptions> = {}) =>
  parse(cells, overrides).problems.map(({ code }) => code);

test("a full row of an export becomes a member with a membership", () => {
  const parsed = parse({
    "Member ID": "IT-1042",
    "First name": " Rahel ",
    "Last name": "Tesfaye",
    Email: "Rahel.T@Example.com",
    Mobile: "07911 123456",
    "Date of birth": "17/05/1994",
    Gender: "F",
    Address: "12 Bell St",
    City: "Leeds",
    Postcode: "LS1 1AA",
    "Member since": "25/08/2025",
    Club: "Fitzroy",
    Tags: "Evening; Knee; evening",
    Notes: "Rebuilding squat\r\nafter a strain",
    "Marketing consent": "Yes",
    "Emergency contact": "Selam Tesfaye",
    "Emergency phone": "+61 400 555 904",
    Relationship: "sister",
    Membership: "Unlimited",
    Status: "Active",
    "Start date": "25/08/2025",
    "Next bill date": "08/03/2026",
    Price: "$89.00 / month",
    Discount: "10%",
    "Payment method": "Cash",
  });
  expect(parsed).toEqual({
    ok: true,
    problems: [],
    row: {
      first_name: "Rahel",
      last_name: "Tesfaye",
      email: "rahel.t@example.com",
      phone: "+447911123456",
      birth_on: "1994-05-17",
      gender: "female",
      address: "12 Bell St, Leeds, LS1 1AA",
      joined_on: "2025-08-25",
      member_code: "IT-1042",
      location_name: "Fitzroy",
      tags: ["Evening", "Knee"],
      notes: "Rebuilding squat\nafter a strain",
      marketing_consent: true,
      emergency_contact_name: "Selam Tesfaye",
      emergency_contact_phone: "+61400555904",
      emergency_contact_relation: "sister",
      membership: {
        plan_name: "Unlimited",
        status: "active",
        starts_on: "2025-08-25",
        ends_on: null,
        next_bill_on: "2026-03-08",
        price_minor: 8900,
        discount: { kind: "percent", basis_points: 1000 },
        is_paid_offline: true,
        sessions_left: null,
        sessions_expire_on: null,
        frozen_from: null,
        resumes_on: null,
        cancels_on: null,
      },
    },
  });
});

test("everything that is wrong with a row is said at once, beside its field and with its cure", () => {
  expect(
    parse({
      "First name": "",
      Email: "rahel@",
      "Date of birth": "05/17/1994",
      Plan: "Unlimited",
      Status: "whatever",
      "Start date": "01/03/2026",
      "End date": "01/02/2026",
      Price: "a lot",
    }).problems,
  ).toEqual([
    {
      field: "first_name",
      code: "first_name_missing",
      message: "Give a first name, or choose the column that holds the whole name",
      severity: "error",
    },
    {
      field: "email",
      code: "email_invalid",
      message: "“rahel@” is no e-mail address. Write it as name@example.com or empty the cell",
      severity: "error",
    },
    {
      field: "birth_on",
      code: "date_unreadable",
      message: "“05/17/1994” is no date in the order day, month, year. Correct it or empty the cell",
      severity: "error",
    },
    {
      field: "ends_on",
      code: "ends_before_start",
      message: "The membership ends on 2026-02-01, before it starts on 2026-03-01. Correct one of the two",
      severity: "error",
    },
    {
      field: "status",
      code: "status_unknown",
      message:
        "“whatever” is no status known here. Write active, trial, frozen, cancelled, expired, pending or overdue",
      severity: "error",
    },
    {
      field: "price",
      code: "price_unreadable",
      message: "“a lot” is no price in USD. Write it as 1234.50",
      severity: "error",
    },
  ]);
});

test.each([
  ["Rahel Tesfaye", "Rahel", "Tesfaye"],
  ["Tesfaye, Rahel", "Rahel", "Tesfaye"],
  ["Dr. Anna de Bruyn", "Anna", "de Bruyn"],
  ["Mr Juan Carlos de la Cruz", "Juan Carlos", "de la Cruz"],
  ["Ludwig van der Rohe", "Ludwig", "van der Rohe"],
  ["Mary Jane Watson", "Mary Jane", "Watson"],
  ["王伟", "伟", "王"],
  ["김민수", "민수", "김"],
  ["राहुल शर्मा", "राहुल", "शर्मा"],
  ["  Thảo   Đặng ", "Thảo", "Đặng"],
])("the name %s is %s %s", (Name, first_name, last_name) => {
  expect(rowOf({ Name })).toMatchObject({ first_name, last_name });
});

test("a single name is a first name, with a warning", () => {
  expect(rowOf({ Name: "Madonna" })).toMatchObject({ first_name: "Madonna", last_name: "" });
  expect(codesOf({ Name: "Madonna" })).toEqual(["last_name_missing"]);
});

test("a family name that other cells use for nothing is kept", () => {
  expect(rowOf({ "First name": "Jennifer", "Last name": "Null" })).toMatchObject({ last_name: "Null" });
  expect(rowOf({ "First name": "Na", "Last name": "None" })).toMatchObject({ first_name: "Na", last_name: "None" });
  expect(codesOf({ "First name": "Rahel", "Last name": "N/A" })).toEqual(["last_name_missing"]);
});

test("a cell of a whole paragraph is no name: the columns have shifted", () => {
  expect(codesOf({ ...person, "Last name": "x".repeat(101) })).toEqual(["name_too_long"]);
});

test("a cell that has swallowed its neighbours is refused, a long note is kept", () => {
  expect(codesOf({ ...person, "Emergency contact": "x".repeat(501) })).toEqual(["cell_too_long"]);
  expect(rowOf({ ...person, Notes: "x".repeat(10_000) }).notes).toHaveLength(10_000);
  expect(codesOf({ ...person, Notes: "x".repeat(10_001) })).toEqual(["cell_too_long"]);
});

test.each(["n/a", "-", "NULL", "none", "  ", "#N/A", "keine"])("a cell that says %j says nothing", (cell) => {
  const row = { ...person, Email: cell, Mobile: cell, DOB: cell, Gender: cell, Plan: cell, Tags: cell, Notes: cell };
  expect(parse(row)).toMatchObject({
    ok: true,
    problems: [],
    row: { email: null, phone: null, birth_on: null, gender: null, membership: null, tags: [], notes: null },
  });
});

test("J1 a member needs no e-mail, and a made-up one is left out with a warning", () => {
  expect(rowOf({ ...person, Email: "noemail@gym.com" }).email).toBeNull();
  expect(codesOf({ ...person, Email: "no@no.com" })).toEqual(["email_placeholder"]);
  expect(rowOf({ ...person, Email: "nora@example.com" }).email).toBe("nora@example.com");
});

test("of several addresses in one cell the first is taken", () => {
  expect(rowOf({ ...person, Email: "a@example.com; b@example.com" }).email).toBe("a@example.com");
  expect(codesOf({ ...person, Email: "a@example.com; b@example.com" })).toEqual(["email_more_than_one"]);
});

test("X6 a phone that a spreadsheet has mangled is flagged and left out, the row goes on", () => {
  expect(parse({ ...person, Mobile: "4.47E+11" })).toMatchObject({
    ok: true,
    row: { phone: null },
    problems: [
      {
        field: "mobile",
        code: "phone_mangled_by_spreadsheet",
        severity: "warning",
        message:
          "“4.47E+11” is left out. A spreadsheet has rounded this number. Format the column as text, export again and the digits return",
      },
    ],
  });
});

test("X6 a lost plus sign is restored and told", () => {
  expect(rowOf({ ...person, Phone: "447911123456" }).phone).toBe("+447911123456");
  expect(codesOf({ ...person, Phone: "447911123456" })).toEqual(["phone_plus_restored"]);
});

test("X6 a number without prefix takes the default country, and is flagged where there is none", () => {
  expect(rowOf({ ...person, Phone: "07911 123456" }).phone).toBe("+447911123456");
  expect(codesOf({ ...person, Phone: "07911 123456" }, { calling_code: undefined })).toEqual(["phone_prefix_missing"]);
});

test("the mobile number is taken before the landline, and the landline where the mobile cannot be read", () => {
  expect(rowOf({ ...person, Phone: "+442079460958", Mobile: "+447911123456" }).phone).toBe("+447911123456");
  expect(rowOf({ ...person, Phone: "+442079460958", Mobile: "ask" }).phone).toBe("+442079460958");
});

test("an emergency contact in one cell is taken apart", () => {
  expect(rowOf({ ...person, "Emergency contact": "Selam Tesfaye (+61 400 555 904)" })).toMatchObject({
    emergency_contact_name: "Selam Tesfaye",
    emergency_contact_phone: "+61400555904",
  });
});

test.each([
  ["yes", true],
  ["TRUE", true],
  ["1", true],
  ["Sí", true],
  ["no", false],
  ["0", false],
  ["maybe", false],
  ["", false],
])("N6 marketing consent %j is %s: what does not plainly say yes is a no", (cell, expected) => {
  expect(rowOf({ ...person, "Marketing consent": cell }).marketing_consent).toBe(expected);
  expect(rowOf(person).marketing_consent).toBe(false);
});

test.each([
  ["Female", "female"],
  ["w", "female"],
  ["M.", "male"],
  ["homme", "male"],
  ["Non-binary", "other"],
  ["Prefer not to say", "undisclosed"],
])("gender %s is %s", (cell, expected) => {
  expect(rowOf({ ...person, Gender: cell }).gender).toBe(expected);
});

test("an unknown gender is left out with a warning", () => {
  expect(rowOf({ ...person, Gender: "7" }).gender).toBeNull();
  expect(codesOf({ ...person, Gender: "7" })).toEqual(["gender_unknown"]);
});

test("a birth date cannot lie ahead or 120 years back, and 1 Jan 1900 stands for none", () => {
  expect(codesOf({ ...person, DOB: "06/03/2026" })).toEqual(["birth_unlikely"]);
  expect(codesOf({ ...person, DOB: "06/03/1905" })).toEqual(["birth_unlikely"]);
  expect(codesOf({ ...person, DOB: "01/01/1900" })).toEqual(["birth_placeholder"]);
  expect(rowOf({ ...person, DOB: "05/03/26" }).birth_on).toBe("2026-03-05");
  expect(rowOf({ ...person, DOB: "05/03/27" }).birth_on).toBe("1927-03-05");
});

test("a member number that a spreadsheet has rounded is left out with a warning", () => {
  expect(rowOf({ ...person, Barcode: "4,00638E+12" }).member_code).toBeNull();
  expect(codesOf({ ...person, Barcode: "4,00638E+12" })).toEqual(["member_code_mangled"]);
});

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

test("X4 a pause with a resume date is kept with it", () => {
  expect(
    membershipOf({ Status: "Paused", "Hold start": "01/03/2026", "Freeze resume date": "23/03/2026" }),
  ).toMatchObject({
    status: "frozen",
    frozen_from: "2026-03-01",
    resumes_on: "2026-03-23",
  });
});

test("X4 a pause that is over is no pause, and one without return is told", () => {
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

test("X4 a scheduled cancellation is kept, a past one of a running membership is left out", () => {
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
])("X4 a discount of %s is kept", (Discount, expected) => {
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
])("X4 a custom price of %j is kept", (Price, expected) => {
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
])("X4 remaining credits of %j are kept", (cell, expected) => {
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

test("X3 a next bill date in the past is told before anything is billed for it", () => {
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
