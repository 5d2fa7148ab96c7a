import type { Reporter, TestModule, TestSpecification } from "vitest/node";
import { flakyLine } from "./flaky-line";

/** Tells `npm test` how far the run is: one plain line per finished file. */
export default class VitestProgress implements Reporter {
  private files = 0;
  private done = 0;

  onTestRunStart(specifications: readonly TestSpecification[]): void {
    this.files = specifications.length;
  }

  onTestModuleEnd(): void {
    this.done += 1;
    process.stdout.write(`@progress ${this.done} ${this.files}\n`);
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((test) => test.result().state === "passed").length;
    const failed = tests.filter((test) => test.result().state === "failed").length;
    const broken = modules.filter((module) => module.errors().length > 0).length;
    for (const test of tests.filter((one) => one.diagnostic()?.flaky))
      process.stdout.write(
        flakyLine(`${test.module.relativeModuleId} > ${test.fullName}`, test.result().errors?.[0]?.message),
      );
    process.stdout.write(`@result ${passed} ${failed + broken}\n`);
  }
}
