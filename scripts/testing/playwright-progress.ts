import type { FullConfig, Reporter, Suite } from "playwright/types/testReporter";

/** Tells `npm test` how far the run is: one plain line per finished test. */
export default class PlaywrightProgress implements Reporter {
  private suite: Suite | null = null;
  private done = 0;

  onBegin(_config: FullConfig, suite: Suite): void {
    this.suite = suite;
  }

  onTestEnd(): void {
    this.done += 1;
    process.stdout.write(`@progress ${this.done} ${this.suite?.allTests().length ?? this.done}\n`);
  }

  onEnd(): void {
    const outcomes = this.suite?.allTests().map((test) => test.outcome()) ?? [];
    const failed = outcomes.filter((outcome) => outcome === "unexpected" || outcome === "flaky").length;
    const passed = outcomes.filter((outcome) => outcome === "expected").length;
    process.stdout.write(`@result ${passed} ${failed}\n`);
  }

  printsToStdio(): boolean {
    return false;
  }
}
