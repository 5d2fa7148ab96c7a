import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { test } from "vitest";
import { keyOf, type Line } from "@/lib/domain/billing/engine";
import { CASES, LIMIT_MS, stored } from "./arbitraries";
import { type History, history, type Played, play } from "./histories";

const credits: Line["kind"][] = ["plan_change_credit", "unused_days_credit"];

test("C13 C14 a history billed day by day and one billed at once give the same lines and the same state", {
  timeout: LIMIT_MS,
}, () => {
  fc.assert(
    fc.property(history, (past) => isDeepStrictEqual(play(past, "daily"), play(past, "at_once"))),
    CASES,
  );
});

/** What holds for a history that was billed at once. */
const rules: Record<string, (played: Played, past: History) => boolean> = {
  "C12 a state that was stored as JSON and cannot be changed bills the same": (played, past) =>
    isDeepStrictEqual(play(past, "at_once", stored), played),

  "C13 no line has the key of another": ({ lines }) => new Set(lines.map(keyOf)).size === lines.length,

  "C3 the days of a line begin and end, in this order, or it has none": ({ lines }) =>
    lines.every(({ from_on, to_on }) => (from_on === null || to_on === null ? from_on === to_on : from_on <= to_on)),

  "C6 charges are never negative, and no history gives back more than it charged": ({ lines }) => {
    const total = lines.reduce((sum, { amount_minor }) => sum + amount_minor, 0);
    const signed = lines.every(({ kind, amount_minor }) =>
      credits.includes(kind) ? amount_minor < 0 : amount_minor >= 0,
    );
    return signed && total >= 0;
  },
};

// Each history is made and billed once for all of them, because that takes most of the time.
test("C3 C6 C12 C13 every history keeps the rules of its lines", { timeout: LIMIT_MS }, () => {
  fc.assert(
    fc.property(history, (past) => {
      const played = play(past, "at_once");
      for (const [rule, holds] of Object.entries(rules)) if (!holds(played, past)) throw new Error(`Broken: ${rule}`);
    }),
    CASES,
  );
});
