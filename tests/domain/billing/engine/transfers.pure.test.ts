import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  billThrough,
  EngineRefusal,
  freezeMembership,
  minTermEnd,
  transferMembership,
} from "@/lib/domain/billing/engine";
import { addDays } from "@/lib/values/calendar-day";
import { CASES, LIMIT_MS } from "./arbitraries";
import { history, play } from "./histories";
import { codeOf } from "./refusals";
import { brief, opened, reached } from "./sales";

test("both together bill what one would have been billed, on the same days, and keep the minimum term", {
  timeout: LIMIT_MS,
}, () => {
  let transferred = 0;
  fc.assert(
    fc.property(history, fc.integer({ min: 0, max: 3 }), (past, late) => {
      const { state } = play(past, "at_once");
      const last_on = addDays(
        past.sold.on,
        past.actions.reduce((days, { after }) => days + after, past.tail),
      );
      const on = addDays(last_on, late);
      const horizon = addDays(on, 200);
      try {
        const { given, taken, lines } = transferMembership(state, on);
        transferred += 1;
        const after = [...lines, ...billThrough(given, horizon).lines, ...billThrough(taken, horizon).lines];
        const is_same_term = minTermEnd(taken) === minTermEnd(state);
        return is_same_term && isDeepStrictEqual(after, billThrough(state, horizon).lines);
      } catch (error) {
        if (error instanceof EngineRefusal) return true;
        throw error;
      }
    }),
    CASES,
  );
  expect(transferred).toBeGreaterThan(CASES.numRuns / 4);
});

test("what the job had not billed before the day is billed to the former member, and the day itself to the new one", () => {
  const state = reached(opened("2026-05-01"), "2026-05-10");
  const { given, taken, lines } = transferMembership(state, "2026-07-01");
  expect(lines.map(brief)).toEqual(["2026-06-01/2026-06-30 5900"]);
  expect(billThrough(given, "2026-12-31").lines).toEqual([]);
  expect(billThrough(taken, "2026-07-31").lines.map(brief)).toEqual(["2026-07-01/2026-07-31 5900"]);
  expect([given.cancelled_on, taken.starts_on, taken.cancelled_on]).toEqual(["2026-07-01", "2026-07-01", null]);
});

test("a freeze that runs or is to come is taken back first", () => {
  const state = reached(opened("2026-05-01"), "2026-05-10");
  const freeze = { from_on: "2026-05-20", to_on: "2026-05-25", fee: { mode: "none" as const } };
  const frozen = freezeMembership(state, freeze, "2026-05-10").state;
  expect(codeOf(() => transferMembership(frozen, "2026-05-15"))).toBe("freeze_in_the_way");
  expect(codeOf(() => transferMembership(frozen, "2026-05-25"))).toBe("freeze_in_the_way");
  expect(transferMembership(frozen, "2026-05-26").taken.next_bill_on).toBe("2026-06-07");
});
