import { defineConfig } from "playwright/test";
import { chromiumFlags, findChromium } from "./scripts/testing/chromium";
import { CAMERA_FILM } from "./tests/e2e/support/camera";

const port = Number(process.env.E2E_PORT ?? 3100);
const launchOptions = { executablePath: findChromium() ?? undefined, args: chromiumFlags() };

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.test.ts",
  outputDir: "test-results",
  workers: 2,
  // A test that passes on its second attempt only is listed at the end of the run.
  retries: 1,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["./scripts/testing/playwright-progress.ts"]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: "en-US",
    timezoneId: "America/New_York",
    // Recording each step costs a third of the time: where a failure needs it, `npx playwright test --trace on` tells all.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions,
  },
  projects: [
    { name: "chromium", testIgnore: "**/camera/**" },
    {
      name: "camera",
      testMatch: "**/camera/**/*.test.ts",
      use: {
        permissions: ["camera"],
        launchOptions: {
          ...launchOptions,
          args: [
            ...launchOptions.args,
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream",
            `--use-file-for-fake-video-capture=${CAMERA_FILM}`,
          ],
        },
      },
    },
  ],
  webServer: {
    command: "node scripts/e2e-server.mjs",
    url: `http://127.0.0.1:${port}/api/health/ready`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    stdout: "pipe",
    env: { E2E_PORT: String(port), NODE_ENV: "production" },
  },
});
