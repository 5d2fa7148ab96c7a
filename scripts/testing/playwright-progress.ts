import type { FullConfig, Reporter, Suite, TestCase } from "playwright/types/testReporter";
import { flakyLine } from "./flaky-line";

/** Tells `npm test` how far the run is: one plain line per finished test. */
export default class PlaywrightProgress implements Reporter {
  private suite: Suite | null = null;
  private readonly done = new Set<TestCase>();

  onBegin(_config: FullConfig, suite: Suite): void {
    this.suite = suite;
  }

  onTestEnd(test: TestCase): void {
    this.done.add(test);
    process.stdout.write(`@progress ${this.done.size} ${this.suite?.allTests().length ?? this.done.size}\n`);
  }

  onEnd(): void {
    const tests = this.suite?.allTests() ?? [];
    const failed = tests.filter((test) => test.outcome() === "unexpected");
    const flaky = tests.filter((test) => test.outcome() === "flaky");
    const passed = tests.filter((test) => test.outcome() === "expected").length + flaky.length;
    for (const test of flaky)
      process.stdout.write(
        flakyLine(test.titlePath().filter(Boolean).slice(1).join(" > "), test.results[0]?.error?.message),
      );
    process.stdout.write(`@result ${passed} ${failed.length}\n`);
  }

  printsToStdio(): boolean {
    return false;
  }
}
