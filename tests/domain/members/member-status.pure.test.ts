import { expect, test } from "vitest";
import { describeStatus } from "@/lib/domain/members/describe-status";
import { memberStatusOn, type StatusMembership } from "@/lib/domain/members/member-status";
import { defaultPolicies } from "@/lib/values/default-policies";

const today = "2026-03-05";

const one = (fields: Partial<StatusMembership> = {}): StatusMembership => ({
  plan_name: "Unlimited",
  kind: "recurring",
  starts_on: "2025-08-25",
  ends_on: null,
  cancelled_on: null,
  next_bill_on: "2026-03-25",
  anchor_day: 25,
  interval_unit: "month",
  interval_count: 1,
  unpaid_due_on: null,
  sessions_included: null,
  sessions_used: 0,
  freezes: [],
  ...fields,
});

const statusOf = (...memberships: StatusMembership[]) => memberStatusOn(memberships, today, defaultPolicies).status;
const nextOf = (...memberships: StatusMembership[]) => {
  const { next } = describeStatus(memberships, today, defaultPolicies);
  return next && [next.kind, next.on];
};

test("a member who never bought anything has no status", () => {
  expect(statusOf()).toBe("none");
});

test("a running membership makes an active member", () => {
  expect(statusOf(one())).toBe("active");
  expect(nextOf(one())).toEqual(["renews", "2026-03-25"]);
});

test("C1 the next bill is the first agreed day from today on", () => {
  const billed = one({ next_bill_on: "2026-01-31", anchor_day: 31 });
  expect(nextOf(billed)).toEqual(["renews", "2026-03-31"]);
});

test("B5 a membership to 4 March is over on 5 March, one to 5 March is not", () => {
  expect(statusOf(one({ ends_on: "2026-03-04" }))).toBe("expired");
  expect(statusOf(one({ ends_on: "2026-03-05" }))).toBe("expiring");
});

test("a membership is expiring from 14 days before its end", () => {
  expect(statusOf(one({ ends_on: "2026-03-20" }))).toBe("active");
  expect(statusOf(one({ ends_on: "2026-03-19" }))).toBe("expiring");
  expect(nextOf(one({ ends_on: "2026-03-19" }))).toEqual(["ends", "2026-03-19"]);
});

test("a member with the next membership is not expiring", () => {
  const ending = one({ ends_on: "2026-03-10" });
  expect(statusOf(ending, one({ starts_on: "2026-03-11", ends_on: "2027-03-10" }))).toBe("active");
  expect(statusOf(ending, one({ starts_on: "2026-03-11", ends_on: "2026-03-17" }))).toBe("expiring");
  expect(statusOf(ending, one({ starts_on: "2026-03-11", cancelled_on: "2026-03-11" }))).toBe("expiring");
});

test("a trial is a trial to its last day, although it ends soon", () => {
  expect(statusOf(one({ kind: "trial", ends_on: "2026-03-07" }))).toBe("trial");
  expect(nextOf(one({ kind: "trial", ends_on: "2026-03-07" }))).toEqual(["ends", "2026-03-07"]);
});

test("a day pass is active on its day and expired on the next", () => {
  expect(statusOf(one({ kind: "day_pass", starts_on: today, ends_on: today }))).toBe("active");
  expect(statusOf(one({ kind: "day_pass", starts_on: "2026-03-04", ends_on: "2026-03-04" }))).toBe("expired");
});

test("a freeze counts on both of its days", () => {
  const frozen = (from_on: string, to_on: string | null) => one({ freezes: [{ from_on, to_on }] });
  expect(statusOf(frozen("2026-03-05", "2026-03-20"))).toBe("frozen");
  expect(statusOf(frozen("2026-02-20", "2026-03-05"))).toBe("frozen");
  expect(statusOf(frozen("2026-02-20", "2026-03-04"))).toBe("active");
  expect(statusOf(frozen("2026-03-06", null))).toBe("active");
  expect(nextOf(frozen("2026-02-20", "2026-03-22"))).toEqual(["returns", "2026-03-23"]);
  expect(nextOf(frozen("2026-02-20", null))).toEqual(["returns", null]);
});

test("a frozen membership does not run out while it is frozen", () => {
  expect(statusOf(one({ ends_on: "2026-03-01", freezes: [{ from_on: "2026-02-20", to_on: null }] }))).toBe("frozen");
});

test("E18 a debt is another state than a freeze, and the more urgent one", () => {
  expect(statusOf(one({ unpaid_due_on: "2026-03-03" }))).toBe("overdue");
  expect(statusOf(one({ unpaid_due_on: "2026-03-03", freezes: [{ from_on: "2026-02-20", to_on: null }] }))).toBe(
    "overdue",
  );
  expect(nextOf(one({ unpaid_due_on: "2026-03-03" }))).toEqual(["overdue", "2026-03-03"]);
});

test("L14 an invoice that is due today is not overdue", () => {
  expect(statusOf(one({ unpaid_due_on: "2026-03-04" }))).toBe("overdue");
  expect(statusOf(one({ unpaid_due_on: "2026-03-05" }))).toBe("active");
});

test("a membership cancelled to its period's end reads cancelled while it still admits", () => {
  const leaving = one({ cancelled_on: "2026-04-01", next_bill_on: null });
  expect(statusOf(leaving)).toBe("cancelled");
  expect(nextOf(leaving)).toEqual(["until", "2026-03-31"]);
  expect(statusOf(one({ cancelled_on: "2026-03-05" }))).toBe("cancelled");
  expect(nextOf(one({ cancelled_on: "2026-03-05" }))).toEqual(["ended", "2026-03-04"]);
});

test("F6 cancelling one of two memberships leaves the member active", () => {
  expect(statusOf(one({ cancelled_on: "2026-03-01" }), one({ plan_name: "PT" }))).toBe("active");
  expect(statusOf(one({ cancelled_on: "2026-04-01" }), one({ plan_name: "PT" }))).toBe("active");
});

test("F11 who comes back after cancelling is active again, by the newer membership", () => {
  const { status, plan_names } = describeStatus(
    [one({ cancelled_on: "2025-12-01" }), one({ starts_on: "2026-03-01", plan_name: "Off-peak" })],
    today,
    defaultPolicies,
  );
  expect([status, plan_names]).toEqual(["active", ["Off-peak"]]);
});

test("of several ended memberships the last to end gives the member status", () => {
  expect(statusOf(one({ cancelled_on: "2025-12-01" }), one({ ends_on: "2026-02-01" }))).toBe("expired");
  expect(statusOf(one({ cancelled_on: "2026-02-10" }), one({ ends_on: "2026-02-01" }))).toBe("cancelled");
});

test("a session pack is over with its last session", () => {
  const pack = (sessions_used: number) =>
    one({ kind: "session_pack", ends_on: "2026-08-01", sessions_included: 10, sessions_used });
  expect(statusOf(pack(8))).toBe("active");
  expect(statusOf(pack(10))).toBe("expired");
  expect(describeStatus([pack(8)], today, defaultPolicies).next).toEqual({
    kind: "sessions_left",
    on: "2026-08-01",
    sessions_left: 2,
    sessions_included: 10,
  });
});

test("a membership that is yet to begin gives no status, only a date", () => {
  expect(statusOf(one({ starts_on: "2026-03-06" }))).toBe("none");
  expect(nextOf(one({ starts_on: "2026-03-06" }))).toEqual(["starts", "2026-03-06"]);
});

test("all running plans are named, each once", () => {
  const { plan_names } = describeStatus(
    [one(), one({ plan_name: "PT" }), one({ plan_name: "PT" }), one({ plan_name: "Old", ends_on: "2026-01-31" })],
    today,
    defaultPolicies,
  );
  expect(plan_names).toEqual(["Unlimited", "PT"]);
});
