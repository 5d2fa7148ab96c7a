import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { test } from "vitest";
import { keyOf, type Line } from "@/lib/domain/billing/engine";
import { CASES, LIMIT_MS, stored } from "./arbitraries";
import { history, play } from "./histories";

test("C13 C14 a history billed day by day and one billed at once give the same lines and the same state", {
  timeout: LIMIT_MS,
}, () => {
  fc.assert(
    fc.property(history, (past) => isDeepStrictEqual(play(past, "daily"), play(past, "at_once"))),
    CASES,
  );
});

test("C12 a state that was stored as JSON and cannot be changed bills the same", { timeout: LIMIT_MS }, () => {
  fc.assert(
    fc.property(history, (past) => isDeepStrictEqual(play(past, "at_once", stored), play(past, "at_once"))),
    CASES,
  );
});

test("C13 no line has the key of another", { timeout: LIMIT_MS }, () => {
  fc.assert(
    fc.property(history, (past) => {
      const keys = play(past, "at_once").lines.map(keyOf);
      return new Set(keys).size === keys.length;
    }),
    CASES,
  );
});

test("C3 the days of a line begin and end, in this order, or it has none", { timeout: LIMIT_MS }, () => {
  fc.assert(
    fc.property(history, (past) =>
      play(past, "at_once").lines.every(({ from_on, to_on }) =>
        from_on === null || to_on === null ? from_on === to_on : from_on <= to_on,
      ),
    ),
    CASES,
  );
});

const credits: Line["kind"][] = ["plan_change_credit", "unused_days_credit"];

test("C6 charges are never negative, and no history gives back more than it charged", { timeout: LIMIT_MS }, () => {
  fc.assert(
    fc.property(history, (past) => {
      const { lines } = play(past, "at_once");
      const total = lines.reduce((sum, { amount_minor }) => sum + amount_minor, 0);
      const signed = lines.every(({ kind, amount_minor }) =>
        credits.includes(kind) ? amount_minor < 0 : amount_minor >= 0,
      );
      return signed && total >= 0;
    }),
    CASES,
  );
});
