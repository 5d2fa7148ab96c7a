import { expect, test } from "vitest";
import type { OwnMembership } from "@/components/access/passes/pass-facts";
import { nextStepText } from "@/components/me/next-step-text";

const place = { locale: "en-GB", time_zone: "Europe/London", now: "2026-03-05T10:00:00Z" };

const gold: OwnMembership = {
  id: "0197f0a0-0000-7000-8000-000000000301",
  plan_name: "Gold",
  kind: "recurring",
  status: "active",
  standing: "active",
  starts_on: "2025-06-08",
  ends_on: null,
  cancelled_on: null,
  next_bill_on: "2026-03-08",
  price_minor: 5900,
  currency: "GBP",
  overdue_minor: 0,
  overdue_since_on: null,
  sessions_included: null,
  sessions_used: 0,
  freeze: null,
  location_names: null,
};

test.each<[string, Partial<OwnMembership>, string]>([
  ["a running membership names its next bill", {}, "The next bill is *£59.00* on *Sun 8 Mar*."],
  ["a bill of tomorrow is said so", { next_bill_on: "2026-03-06" }, "The next bill is *£59.00* *tomorrow*."],
  [
    "a term with instalments names the bill and the end",
    { ends_on: "2026-07-07" },
    "The next bill is *£59.00* on *Sun 8 Mar*. It ends on *7 Jul*.",
  ],
  [
    "a paid term says that it does not renew",
    { kind: "fixed_term", next_bill_on: null, ends_on: "2026-07-07" },
    "It is valid through *7 Jul* and does not renew automatically.",
  ],
  [
    "a day pass is valid today",
    { kind: "day_pass", next_bill_on: null, ends_on: "2026-03-05" },
    "It is valid *today*.",
  ],
  [
    "a pack says what is left of it",
    { kind: "session_pack", next_bill_on: null, ends_on: "2026-08-01", sessions_included: 10, sessions_used: 3 },
    "*7 of 10* visits are left. It is valid through *1 Aug* and does not renew automatically.",
  ],
  [
    "a freeze says until when, and what the desk can do",
    { status: "frozen", next_bill_on: null, freeze: { from_on: "2026-03-01", to_on: "2026-03-14" } },
    "It is frozen through *14 Mar*. The front desk can end the freeze early. It continues until you cancel it.",
  ],
  [
    "a freeze without a return date says who ends it",
    { status: "frozen", next_bill_on: null, freeze: { from_on: "2026-03-01", to_on: null } },
    "It is frozen without an end date. The front desk can end the freeze. It continues until you cancel it.",
  ],
  [
    "a freeze to come is announced",
    { freeze: { from_on: "2026-04-01", to_on: "2026-04-14" } },
    "It will be frozen from *1 Apr* through *14 Apr*. The next bill is *£59.00* on *Sun 8 Mar*.",
  ],
  [
    "an open amount says where to pay it",
    { overdue_minor: 5900, overdue_since_on: "2026-02-08" },
    "*£59.00* has been overdue since *8 Feb*. Pay it at the front desk. The next bill is *£59.00* on *Sun 8 Mar*.",
  ],
  [
    "a cancelled membership says through which day it still opens",
    { cancelled_on: "2026-03-08", next_bill_on: null },
    "It is cancelled. It is valid through *Sat 7 Mar*, without further bills.",
  ],
  [
    "one that a cancellation has ended says what to do",
    { status: "cancelled", cancelled_on: "2026-03-01", next_bill_on: null },
    "It was cancelled and was valid through *Sat 28 Feb*. The front desk can sell you a new one.",
  ],
  [
    "one that has run out says who renews it",
    { status: "expired", ends_on: "2026-03-04", next_bill_on: null },
    "It ended *yesterday*. The front desk can renew it.",
  ],
  [
    "one that has not begun says when it does",
    { status: "pending", starts_on: "2026-03-09", next_bill_on: "2026-04-09" },
    "It starts on *Mon 9 Mar*. The next bill is *£59.00* on *9 Apr*.",
  ],
])("%s", (_name, terms, sentence) => {
  expect(nextStepText({ ...gold, ...terms }, place)).toBe(sentence);
});
