import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { InTheGym } from "@/components/insight/dashboard/in-the-gym";
import { MonthFigures } from "@/components/insight/dashboard/month-figures";
import { MemberTabs } from "@/components/members/member-tabs";
import { noneEnding } from "@/components/members/status-words";
import { memberStatuses } from "@/lib/values/statuses";

const counts = {
  all: 8,
  current: 4,
  by_status: Object.fromEntries(memberStatuses.map((status) => [status, 1])) as never,
};
const figures = { today: "2026-03-05", month_starts_on: "2026-03-01", new_members: 0, new_members_last_month: 0 };
const textOf = (markup: string) => markup.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

const dashboard = (expiring_days: number) =>
  textOf(
    renderToStaticMarkup(
      <MonthFigures
        figures={figures}
        counts={counts}
        locale="en-GB"
        expiring_days={expiring_days}
        membersHref={() => "/"}
        invoicesHref={() => "/"}
        paymentsHref={() => "/"}
        disputesHref={() => "/"}
      />,
    ),
  );

const tabs = (expiring_days: number) =>
  textOf(
    renderToStaticMarkup(
      <MemberTabs
        base="/members"
        query={{ filters: {} }}
        counts={counts}
        segments={[]}
        locale="en-GB"
        expiring_days={expiring_days}
      />,
    ),
  );

test.each([
  [14, "Ending in 14 days", "No membership ends in the next 14 days."],
  [1, "Ending in 1 day", "No membership ends in the next 1 day."],
  [0, "Ending today", "No membership ends today."],
])(
  "dashboard and list name the %i days after which the organization calls a membership expiring",
  (days, words, none) => {
    expect(dashboard(days)).toContain(words);
    expect(tabs(days)).toContain(words);
    expect(noneEnding(days)).toBe(none);
  },
);

test("the bar on the dashboard is busy and full from the organization's own marks on", () => {
  const location = {
    location_id: "0197f0a0-0000-7000-8000-000000000301",
    location_name: "Main",
    time_zone: "Europe/Berlin",
    at: "2026-03-05T12:00:00Z",
    inside: 50,
    capacity: 100,
    percent: 50,
    level: "quiet" as const,
    typical: null,
    today: [],
  };
  const bar = (busy_percent: number, full_percent: number) =>
    renderToStaticMarkup(
      <InTheGym
        locations={[location]}
        marks={{ busy_percent, full_percent }}
        locale="en-GB"
        visits_today={0}
        insideHref={() => "/check-ins"}
      />,
    );
  expect(bar(80, 95)).toContain("50 of 100, quiet");
  expect(bar(40, 95)).toContain("50 of 100, busy");
  expect(bar(40, 50)).toContain("50 of 100, full");
  expect(textOf(bar(40, 50))).toContain("Busy 40 Full 50");
});

test.each([
  [0, 0, "No check-ins yet today."],
  [1, 0, "No new check-ins since midnight."],
  [1, 1, "The peak of today is now."],
  [1, 5, "Peak today 4 at 13:00."],
])(
  "with %i inside and %i check-ins of today the sentence does not deny the figure",
  (inside, visits_today, sentence) => {
    const location = {
      location_id: "0197f0a0-0000-7000-8000-000000000301",
      location_name: "Main",
      time_zone: "Europe/Berlin",
      at: "2026-03-05T15:00:00Z",
      inside,
      capacity: null,
      percent: null,
      level: "quiet" as const,
      typical: null,
      today: visits_today > 1 ? [{ at: "2026-03-05T12:00:00Z", inside: 4 }] : [],
    };
    const place = (more: (typeof location)[] = []) =>
      textOf(
        renderToStaticMarkup(
          <InTheGym
            locations={[location, ...more]}
            marks={{ busy_percent: 80, full_percent: 95 }}
            visits_today={visits_today}
            locale="en-GB"
            insideHref={() => "/check-ins"}
          />,
        ),
      );
    expect(place()).toContain(sentence);
    const abroad = { ...location, location_id: "0197f0a0-0000-7000-8000-000000000302", inside: 0, today: [] };
    if (visits_today > 1) expect(place([{ ...abroad, time_zone: "Asia/Kolkata" }])).toContain("at 13:00 CET.");
  },
);
