import { expect, test } from "vitest";
import { decideEntry } from "@/lib/domain/access/entry-rules/decide";
import { autoCheckOutAt } from "@/lib/domain/access/entry-rules/visit-end";
import { CARLTON, facts, membership, quota, THURSDAY, visitAt } from "./entry-facts";

const at = (time: string) => `2026-03-05T${time}Z`;
const decide = (...overrides: Parameters<typeof facts>) => decideEntry(facts(...overrides));

test("I2 a second scan within 10 minutes is answered with the visit that is open", () => {
  expect(decide({ open_visit: visitAt(at("22:32:01")) })).toMatchObject({
    outcome: "allowed",
    title: "Checked in at 5:32 pm",
    visit: { step: "same", visit_id: "visit-1" },
    membership_id: null,
    quota_units: 0,
  });
});

test("I2 the same visit is answered even where it took the last visit of the pack or the last place", () => {
  const spent = { memberships: [membership({ quota: quota({ used: 8 }) })], occupancy: 140 };
  expect(decide({ ...spent, open_visit: visitAt(at("22:41:00")), policy: { full_house: "deny" } })).toMatchObject({
    visit: { step: "same" },
    warnings: [],
  });
});

test("I2 who is banned meanwhile is not answered with the open visit", () => {
  expect(decide({ open_visit: visitAt(at("22:41:00")), member: { ban: { reason: "Fight" } } }).reason).toBe("banned");
});

test("I2 a single-use pass read twice by one scanner gets the same answer, a copy of it does not", () => {
  const replayed = { kind: "qr", state: "replayed", used_by_visit_id: "visit-1" } as const;
  const seconds_ago = (seconds: number, location_id?: string) => ({
    credential: replayed,
    open_visit: visitAt(at(`22:41:${60 - seconds}`), location_id),
  });
  expect(decide(seconds_ago(10)).visit).toEqual({ step: "same", visit_id: "visit-1" });
  expect(decide(seconds_ago(11)).reason).toBe("replayed_code");
  expect(decide(seconds_ago(5, CARLTON)).reason).toBe("replayed_code");
  expect(
    decide({ ...seconds_ago(5), credential: { ...replayed, used_by_visit_id: "visit-of-somebody-else" } }).reason,
  ).toBe("replayed_code");
});

test("I4 where the gym denies a second entry it is refused inside the window, and staff may override", () => {
  const policy = { second_entry: "deny" } as const;
  expect(decide({ policy, open_visit: visitAt(at("22:33:00")) })).toMatchObject({
    reason: "already_inside",
    is_overridable: true,
    title: "Inside since 5:33 pm",
    visit: { step: "open", closes: { visit_id: "visit-1", check_out_at: THURSDAY } },
  });
  expect(decide({ policy, open_visit: visitAt(at("22:32:00")) }).outcome).toBe("allowed");
  expect(decide({ policy, open_visit: visitAt(at("22:41:55")) }).visit.step).toBe("same");
});

test("I4 a second entry after the window ends the open visit, begins a new one and warns", () => {
  expect(decide({ open_visit: visitAt(at("22:32:00")) })).toMatchObject({
    outcome: "allowed",
    visit: { step: "open", closes: { visit_id: "visit-1", check_out_at: THURSDAY } },
    warnings: [{ code: "already_inside", title: "Was still inside since 5:32 pm" }],
  });
});

test("I4 a pass that is inside another location is let in with a warning and leaves there", () => {
  expect(decide({ open_visit: visitAt(at("22:40:00"), CARLTON) })).toMatchObject({
    outcome: "allowed",
    visit: { step: "open", closes: { visit_id: "visit-1", check_out_at: THURSDAY } },
    warnings: [{ code: "second_location" }],
  });
});

test("I4 who checked out comes in again as a new visit", () => {
  const last_visit = { ...visitAt(at("22:35:00")), check_out_at: at("22:40:00") };
  expect(decide({ last_visit })).toMatchObject({ visit: { step: "open", closes: null }, warnings: [] });
});

test("I12 a visit ends by itself after 120 minutes, or at closing time if that comes first", () => {
  const end = (check_in_at: string, opening_hours: Parameters<typeof autoCheckOutAt>[0]["location"]["opening_hours"]) =>
    autoCheckOutAt({
      check_in_at,
      location: { time_zone: "America/New_York", opening_hours },
      max_visit_minutes: 120,
    });
  const hours = { thu: [{ opens: "06:00", closes: "22:00" }] };
  expect(end("2026-03-05T22:42:00Z", hours)).toBe("2026-03-06T00:42:00Z");
  expect(end("2026-03-06T02:00:00Z", hours)).toBe("2026-03-06T03:00:00Z");
  expect(end("2026-03-06T03:00:00Z", hours)).toBe("2026-03-06T05:00:00Z");
  expect(end("2026-03-05T22:42:00Z", null)).toBe("2026-03-06T00:42:00Z");
});

test("I12 on the night of the spring change closing at 03:30 comes an hour sooner", () => {
  const check_out = autoCheckOutAt({
    check_in_at: "2026-03-08T06:15:00Z",
    location: { time_zone: "America/New_York", opening_hours: { sat: [{ opens: "20:00", closes: "03:30" }] } },
    max_visit_minutes: 120,
  });
  expect(check_out).toBe("2026-03-08T07:30:00Z");
});

test("I12 a visit that should have ended is closed at its own time, also when the sweep is late", () => {
  expect(decide({ open_visit: visitAt(at("20:00:00")) })).toMatchObject({
    visit: { step: "open", closes: { visit_id: "visit-1", check_out_at: at("22:00:00") } },
    warnings: [],
  });
});

test("I12 a visit past its automatic check-out does not count as inside", () => {
  const policy = { full_house: "deny" } as const;
  expect(decide({ open_visit: visitAt(at("20:00:00")), occupancy: 140, policy }).reason).toBe("full_house");
});

test("I12 a clock that ran ahead never ends a visit before it began", () => {
  expect(decide({ open_visit: visitAt(at("22:59:00")) }).visit).toEqual({
    step: "open",
    closes: { visit_id: "visit-1", check_out_at: at("22:59:00") },
  });
});

test("I23 a back-dated check-in is recorded as ended and does not count as inside", () => {
  expect(decide({ now: at("18:00:00"), received_at: at("22:42:00") }).visit).toEqual({
    step: "record_past",
    check_out_at: at("20:00:00"),
  });
  expect(decide({ now: at("22:00:00"), received_at: at("22:42:00") }).visit).toEqual({
    step: "record_past",
    check_out_at: at("22:42:00"),
  });
});

test("I23 a back-dated check-in does not change the open visit and ignores the current capacity", () => {
  const decision = decide({
    now: at("14:00:00"),
    received_at: at("22:42:00"),
    open_visit: visitAt(at("22:00:00")),
    occupancy: 140,
    policy: { full_house: "deny" },
  });
  expect(decision).toMatchObject({ outcome: "allowed", visit: { step: "record_past" }, warnings: [] });
});

test("I23 a back-dated entry is judged by the rules of its own moment", () => {
  const memberships = [membership({ ends_on: "2026-03-04" })];
  const received_at = THURSDAY;
  expect(decide({ memberships, received_at }).reason).toBe("expired");
  expect(decide({ memberships, now: "2026-03-05T04:59:59Z", received_at }).outcome).toBe("allowed");
});

test("I2 the same past entry sent twice is one visit", () => {
  const last_visit = { ...visitAt(at("14:04:00")), check_out_at: at("16:04:00") };
  expect(
    decide({ now: at("14:00:00"), received_at: THURSDAY, last_visit, policy: { second_entry: "deny" } }),
  ).toMatchObject({
    visit: { step: "same", visit_id: "visit-1" },
  });
});
