import { expect, test } from "vitest";
import { codesOf, parse, person, rowOf } from "./row-readers";

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
      guardian_name: null,
      guardian_email: null,
      guardian_phone: null,
      balance: null,
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
      message: "Enter a first name, or choose the column with the full name",
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

test("a family name that is an empty marker in other cells is imported", () => {
  expect(rowOf({ "First name": "Jennifer", "Last name": "Null" })).toMatchObject({ last_name: "Null" });
  expect(rowOf({ "First name": "Na", "Last name": "None" })).toMatchObject({ first_name: "Na", last_name: "None" });
  expect(codesOf({ "First name": "Rahel", "Last name": "N/A" })).toEqual(["last_name_missing"]);
});

test("a cell of a whole paragraph is no name: the columns have shifted", () => {
  expect(codesOf({ ...person, "Last name": "x".repeat(101) })).toEqual(["name_too_long"]);
});

test("a cell that contains its neighbours is rejected, a long note is imported", () => {
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
          "“4.47E+11” is left out. A spreadsheet has rounded this number. Format the column as text and export it again",
      },
    ],
  });
});

test("X6 a lost plus sign is restored and reported", () => {
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

test("P7 a minor's guardian is imported with address and number, and a strange address is left out", () => {
  const child = { ...person, "Parent/Guardian": "Sam Ito (+61 400 555 904)", "Parent's email": "Sam@Example.com" };
  expect(rowOf(child)).toMatchObject({
    guardian_name: "Sam Ito",
    guardian_email: "sam@example.com",
    guardian_phone: "+61400555904",
  });
  expect(codesOf({ ...child, "Parent's email": "ask Sam" })).toEqual(["guardian_email_invalid"]);
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

test("a birth date in the future or 120 years back is rejected, and 1 Jan 1900 means none", () => {
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
