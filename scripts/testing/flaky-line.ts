/** One line for tools.ts: a test that failed first, and why. */
export function flakyLine(name: string, error = ""): string {
  const words = `${name}: ${error}`.replace(/\s+/g, " ");
  return `@flaky ${words.slice(0, 300)}\n`;
}
