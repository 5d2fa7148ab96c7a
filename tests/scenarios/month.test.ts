import { expect, test } from "vitest";
import { type Keeping, liveThrough, type Month } from "@/tests/support/jobs/month";

const spring = { from_on: "2026-02-20", days: 31, change_on: "2026-03-08" };
const autumn = { from_on: "2026-10-16", days: 31, change_on: "2026-11-01" };
const inNewYork = (season: typeof spring): Month => ({ ...season, time_zone: "America/New_York" });
const inKolkata = (season: typeof spring): Month => ({ ...season, time_zone: "Asia/Kolkata" });

const timed = async (month: Month) => (await liveThrough(month)).map(({ at, says }) => `${at} ${says}`);
const said = async (month: Month, keeping: Keeping) =>
  (await liveThrough(month, keeping)).map(({ says }) => says).sort();
/** Each tick runs in two workers, each event is delivered twice, and no worker runs in the night of the clock change. */
const badly = (from_on: string, to_on: string): Keeping => ({ workers: 2, deliveries: 2, down: { from_on, to_on } });

test("B2 every message of a spring month in New York, over the night that is an hour short", async () => {
  expect(await timed(inNewYork(spring))).toEqual([
    "2026-02-28T09:00-05:00 Cleo: Happy birthday, Cleo!",
    "2026-03-01T08:00-05:00 Ada: Your Quarter ends on 8 March",
    "2026-03-02T11:00-05:00 Eve: We miss you, Eve",
    "2026-03-05T12:00-05:00 Hana: Welcome to the gym, Hana",
    "2026-03-07T08:00-05:00 Ada: Your Quarter ends on 8 March",
    "2026-03-08T00:15-05:00 Dan: Your Unlimited is running again",
    "2026-03-08T09:00-04:00 Ben: Happy birthday, Ben!",
    "2026-03-08T09:00-04:00 Hana: Your payment to the gym: €59.00",
    "2026-03-09T00:30-04:00 Ada: Your Quarter ended on 8 March",
    "2026-03-12T09:00-04:00 Hana: Your payment to the gym: €59.00",
    "2026-03-13T12:00-04:00 Hana: Your cancellation is confirmed",
    "2026-03-19T09:00-04:00 Hana: Your payment to the gym: €59.00",
  ]);
}, 60_000);

test("B4 every message of the same month in Kolkata, at the same hours of its own clock", async () => {
  expect(await timed(inKolkata(spring))).toEqual([
    "2026-02-28T09:00+05:30 Cleo: Happy birthday, Cleo!",
    "2026-03-01T08:00+05:30 Ada: Your Quarter ends on 8 March",
    "2026-03-02T11:00+05:30 Eve: We miss you, Eve",
    "2026-03-05T12:00+05:30 Hana: Welcome to the gym, Hana",
    "2026-03-07T08:00+05:30 Ada: Your Quarter ends on 8 March",
    "2026-03-08T00:15+05:30 Dan: Your Unlimited is running again",
    "2026-03-08T09:00+05:30 Ben: Happy birthday, Ben!",
    "2026-03-08T09:00+05:30 Hana: Your payment to the gym: €59.00",
    "2026-03-09T00:30+05:30 Ada: Your Quarter ended on 8 March",
    "2026-03-12T09:00+05:30 Hana: Your payment to the gym: €59.00",
    "2026-03-13T12:00+05:30 Hana: Your cancellation is confirmed",
    "2026-03-19T09:00+05:30 Hana: Your payment to the gym: €59.00",
  ]);
}, 60_000);

test("B2 every message of an autumn month in New York, over the night that is an hour long", async () => {
  expect(await timed(inNewYork(autumn))).toEqual([
    "2026-10-25T08:00-04:00 Ada: Your Quarter ends on 1 November",
    "2026-10-26T11:00-04:00 Eve: We miss you, Eve",
    "2026-10-29T12:00-04:00 Hana: Welcome to the gym, Hana",
    "2026-10-31T08:00-04:00 Ada: Your Quarter ends on 1 November",
    "2026-11-01T00:15-04:00 Dan: Your Unlimited is running again",
    "2026-11-01T09:00-05:00 Ben: Happy birthday, Ben!",
    "2026-11-01T09:00-05:00 Hana: Your payment to the gym: €59.00",
    "2026-11-02T00:30-05:00 Ada: Your Quarter ended on 1 November",
    "2026-11-05T09:00-05:00 Hana: Your payment to the gym: €59.00",
    "2026-11-06T12:00-05:00 Hana: Your cancellation is confirmed",
    "2026-11-12T09:00-05:00 Hana: Your payment to the gym: €59.00",
  ]);
}, 60_000);

test("R9 two workers, every event twice and three days without a clock make the same messages of the spring", async () => {
  expect(await said(inNewYork(spring), badly("2026-03-07", "2026-03-09"))).toEqual([
    "Ada: Your Quarter ended on 8 March",
    "Ada: Your Quarter ends on 8 March",
    "Ada: Your Quarter ends on 8 March",
    "Ben: Happy birthday, Ben!",
    "Cleo: Happy birthday, Cleo!",
    "Dan: Your Unlimited is running again",
    "Eve: We miss you, Eve",
    "Hana: Welcome to the gym, Hana",
    "Hana: Your cancellation is confirmed",
    "Hana: Your payment to the gym: €59.00",
    "Hana: Your payment to the gym: €59.00",
    "Hana: Your payment to the gym: €59.00",
  ]);
}, 60_000);

test("R9 the same of the autumn, in Kolkata", async () => {
  expect(await said(inKolkata(autumn), badly("2026-10-31", "2026-11-02"))).toEqual([
    "Ada: Your Quarter ended on 1 November",
    "Ada: Your Quarter ends on 1 November",
    "Ada: Your Quarter ends on 1 November",
    "Ben: Happy birthday, Ben!",
    "Dan: Your Unlimited is running again",
    "Eve: We miss you, Eve",
    "Hana: Welcome to the gym, Hana",
    "Hana: Your cancellation is confirmed",
    "Hana: Your payment to the gym: €59.00",
    "Hana: Your payment to the gym: €59.00",
    "Hana: Your payment to the gym: €59.00",
  ]);
}, 60_000);
