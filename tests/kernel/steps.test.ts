import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);

const program = `
  const { say, step } = await import("./scripts/bootstrap/steps.mjs");
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  await Promise.all([
    step("Build", async () => { await pause(200); return "built"; }),
    step("Database", async () => { await pause(20); say("a notice"); return "new"; }),
  ]);`;

async function output(prelude = ""): Promise<string> {
  const args = ["--input-type=module", "-e", `${prelude}${program}`];
  const { stdout } = await run(process.execPath, args, { env: { ...process.env, CI: "", TERM: "xterm" } });
  return stdout.replaceAll(/ +\d+\.\d s/g, " TIME");
}

test("in a log, steps that run at the same time print a line when each begins and ends", async () => {
  expect((await output()).trim().split("\n")).toEqual([
    "Build …",
    "  Database …",
    "a notice",
    "✓ Database TIME  new",
    "✓ Build TIME  built",
  ]);
});

test("on a terminal the first of them is redrawn in place, and every other line stays whole", async () => {
  const screen = (await output("process.stdout.isTTY = true;"))
    .split("\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what the terminal is sent
    .map((line) => (line.split("\r\u001b[2K").at(-1) ?? "").replace(/\u001b\[\d+m/g, ""));
  expect(screen).toEqual(["a notice", "✓ Database TIME  new", "✓ Build TIME  built", ""]);
});
