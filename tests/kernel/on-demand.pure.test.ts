import { expect, test } from "vitest";
import { readSources } from "@/tests/support/repository/walls/source";

test("what loads on first use never hides the page meanwhile: it has `loading`, no server rendering or a boundary of its own", () => {
  const callers = readSources().filter(
    ({ path, text }) => /^(app|components)\//.test(path) && text.includes("= dynamic("),
  );
  expect(callers.length).toBeGreaterThan(5);
  const bare = callers.filter(({ text }) => {
    const calls = text.match(/= dynamic\(/g)?.length ?? 0;
    return (text.match(/\bloading: |ssr: false/g)?.length ?? 0) < calls && !text.includes("<Suspense>");
  });
  expect(bare.map(({ path }) => path)).toEqual([]);
});

test("no page has a `loading.tsx`, which React would show for 300 ms at least; the shells show what is late", () => {
  expect(
    readSources()
      .filter(({ path }) => path.endsWith("/loading.tsx"))
      .map(({ path }) => path),
  ).toEqual([]);
});
