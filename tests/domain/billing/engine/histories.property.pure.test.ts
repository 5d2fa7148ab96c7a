import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { test } from "vitest";
import { CASES, LIMIT_MS, stored } from "./arbitraries";
import { history, play } from "./histories";

test(
  "C13 C14 a history billed day by day and one billed at once give the same lines and the same state",
  () => {
    fc.assert(
      fc.property(history, (past) => isDeepStrictEqual(play(past, "daily"), play(past, "at_once"))),
      CASES,
    );
  },
  LIMIT_MS,
);

test(
  "C12 a state that was stored as JSON after each step bills the same",
  () => {
    fc.assert(
      fc.property(history, (past) => isDeepStrictEqual(play(past, "at_once", stored), play(past, "at_once"))),
      CASES,
    );
  },
  LIMIT_MS,
);

test(
  "C13 no line has the key of another: a period its first day, the others their kind and day",
  () => {
    fc.assert(
      fc.property(history, (past) => {
        const keys = play(past, "at_once").lines.map(
          ({ kind, on, from_on }) => `${kind} ${kind === "period" ? from_on : on}`,
        );
        return new Set(keys).size === keys.length;
      }),
      CASES,
    );
  },
  LIMIT_MS,
);
