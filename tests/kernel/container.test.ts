import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { composeWith, interpolate } from "@/tests/support/repository/compose";
import { importsOf, pathOf } from "@/tests/support/repository/walls/imports";
import { readSources } from "@/tests/support/repository/walls/source";

const required = { POSTGRES_PASSWORD: "secret" };

const addressOf = (env: Record<string, string>) => {
  const { app } = composeWith({ ...required, ...env }).services;
  return [app?.ports, app?.environment.PUBLIC_URL];
};

test.each([
  [{}, "127.0.0.1:3000:3000", "http://127.0.0.1:3000"],
  [{ PORT: "4000" }, "127.0.0.1:4000:3000", "http://127.0.0.1:4000"],
  [{ PORT: "4000", PUBLIC_URL: "https://gym.example.com" }, "127.0.0.1:4000:3000", "https://gym.example.com"],
])("compose with %j serves %s and links %s", (env, port, url) => {
  expect(addressOf(env)).toEqual([[port], url]);
});

test("compose refuses to start without a password for the database", () => {
  expect(() => composeWith({})).toThrow("required variable POSTGRES_PASSWORD is missing a value");
});

test("variables are resolved as compose does: nested defaults, empty values and doubled dollars", () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: compose's own syntax
  const text = "${A:-${B:-c}}/$B/${B}/$$B/${C}";
  expect(interpolate(text, {})).toBe("c///$B/");
  expect(interpolate(text, { A: "", B: "b" })).toBe("b/b/b/$B/");
});

test("the image is built only when its types are right", () => {
  const steps = readFileSync("Dockerfile", "utf8").match(/^RUN .+$/gm) ?? [];
  const types = steps.findIndex((step) => /\btsc --noEmit\b/.test(step));
  const build = steps.findIndex((step) => /\bnext build\b/.test(step));
  expect([types > 0, build > types]).toEqual([true, true]);
});

test("nothing in the image's build context imports what .dockerignore leaves out", () => {
  const ignored = readFileSync(".dockerignore", "utf8").split("\n").filter(Boolean);
  const isIgnored = (path: string) => ignored.some((entry) => path === entry || path.startsWith(`${entry}/`));
  const broken = readSources()
    .filter(({ path }) => !isIgnored(path))
    .flatMap((source) =>
      importsOf(source)
        .map(({ wanted }) => pathOf(wanted, source.path))
        .filter((path) => path !== null && isIgnored(path))
        .map((path) => `${source.path} imports ${path}`),
    );
  expect(broken).toEqual([]);
});
