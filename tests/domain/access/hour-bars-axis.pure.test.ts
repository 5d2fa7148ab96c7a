import { expect, test } from "vitest";
import { axisOf } from "@/components/charts/hour-bars-axis";

const hour = (visits: number, expected = 0, typical = 0) => ({ label: `${visits}`, visits, expected, typical });

test.each([
  [[], [0, 1, 2]],
  [[hour(0)], [0, 1, 2]],
  [[hour(3)], [0, 2, 4]],
  [
    [hour(7), hour(9)],
    [0, 5, 10],
  ],
  [[hour(41)], [0, 25, 50]],
  [[hour(20, 30)], [0, 25, 50]],
  [[hour(5, 0, 12.5)], [0, 8, 16]],
  [[hour(199)], [0, 100, 200]],
])("the axis ends at a round number above every value: %j", (hours, ticks) => {
  expect(axisOf(hours)).toEqual({ highest: ticks[2], ticks });
});
