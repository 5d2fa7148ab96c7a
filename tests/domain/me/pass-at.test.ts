import { expect, test } from "vitest";
import { passAt } from "@/components/access/passes/pass-at";

const pass = (text: string, from: string, until: string, expires: string) => ({
  text,
  shown_from: `2026-03-05T${from}Z`,
  shown_until: `2026-03-05T${until}Z`,
  expires_at: `2026-03-05T${expires}Z`,
});

const passes = [pass("FIRST", "10:00:00", "10:00:30", "10:01:00"), pass("SECOND", "10:00:30", "10:01:00", "10:01:30")];

const at = (time: string) => {
  const shown = passAt(passes, Date.parse(`2026-03-05T${time}Z`));
  return shown && { ...shown, pass: shown.pass.text };
};

test("a pass is shown for its half minute, and then the next one", () => {
  expect(at("10:00:00")).toEqual({ pass: "FIRST", seconds_left: 30, share_left: 1, ahead: 1 });
  expect(at("10:00:15")).toEqual({ pass: "FIRST", seconds_left: 15, share_left: 0.5, ahead: 1 });
  expect(at("10:00:30")).toEqual({ pass: "SECOND", seconds_left: 30, share_left: 1, ahead: 0 });
});

test("without signal the last pass is shown as long as it opens, and not a second longer", () => {
  expect(at("10:01:15")).toEqual({ pass: "SECOND", seconds_left: 15, share_left: 0.5, ahead: 0 });
  expect(at("10:01:29")).toMatchObject({ pass: "SECOND", seconds_left: 1 });
  expect(at("10:01:30")).toBeNull();
});

test("a device whose clock is a little slow shows the first pass", () => {
  expect(at("09:59:58")).toMatchObject({ pass: "FIRST", share_left: 1 });
});

test("no passes, no code", () => {
  expect(passAt([], 0)).toBeNull();
});
