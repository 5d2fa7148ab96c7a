import { expect, test } from "vitest";
import { checkoutsOf } from "@/scripts/bench/recording";

let messages = 0;
const line = (client: number, text: string, after: number) => ({ client, message: ++messages, text, after });

test("a transaction and a statement without one are each a checkout of a connection", () => {
  const recorded = [
    line(1, "select 1", 7),
    line(2, "begin; select 2", 8),
    line(1, "select 3", 8),
    line(2, "select 4", 9),
    line(2, "commit", 11),
    line(2, "select 5", 12),
  ];
  expect(checkoutsOf(recorded).map(({ checkout, text, after }) => [checkout, text, after])).toEqual([
    [1, "select 1", 0],
    [2, "begin; select 2", 1],
    [3, "select 3", 1],
    [2, "select 4", 2],
    [2, "commit", 4],
    [4, "select 5", 5],
  ]);
});

test("a transaction that is not whole is left out, and nothing waits for it", () => {
  const recorded = [
    line(1, "commit", 4),
    line(2, "begin", 5),
    line(2, "select 1", 9),
    line(2, "commit", 10),
    line(3, "begin", 11),
    line(3, "select 2", 12),
  ];
  expect(checkoutsOf(recorded).map(({ text, after }) => [text, after])).toEqual([
    ["begin", 0],
    ["select 1", 1],
    ["commit", 2],
  ]);
});

test("statements of one message share a checkout, and open or end its transaction together", () => {
  const sent = (client: number, message: number, texts: string[]) =>
    texts.map((text) => ({ client, message, text, after: 0 }));
  const recorded = [
    ...sent(1, 101, ["select 1", "select 2"]),
    ...sent(1, 102, ["begin", "select 3"]),
    ...sent(2, 103, ["begin", "select 4", "commit"]),
    ...sent(1, 104, ["select 5", "commit"]),
  ];
  expect(checkoutsOf(recorded).map(({ checkout, message }) => [checkout, message])).toEqual([
    [1, 101],
    [1, 101],
    [2, 102],
    [2, 102],
    [3, 103],
    [3, 103],
    [3, 103],
    [2, 104],
    [2, 104],
  ]);
});
