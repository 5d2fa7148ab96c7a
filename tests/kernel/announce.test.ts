import { expect, test } from "vitest";
import { accountNotice } from "@/scripts/postgres/account";
import { noticesFor } from "@/scripts/testing/announce";

const bare = {
  has_browser: () => false,
  installs_packages: true,
  account_notice: () => accountNotice(true, () => false),
};

test("as root, npm test names the user and the package that it adds, why, and how to avoid it", () => {
  const [account, browser, ...others] = noticesFor(["types", "unit", "e2e"], bare);
  expect(account).toMatch(
    /PostgreSQL does not run as root.*system user `postgres`.*run this command as an ordinary user/,
  );
  expect(browser).toMatch(/need Chromium.*package `chromium` with apt-get.*CHROMIUM_PATH/);
  expect(others).toEqual([]);
});

test("without root, npm test names the download and no user", () => {
  const notices = noticesFor(["e2e"], {
    ...bare,
    installs_packages: false,
    account_notice: () => accountNotice(false, () => false),
  });
  expect(notices).toHaveLength(1);
  expect(notices[0]).toMatch(/downloads Playwright's build.*CHROMIUM_PATH/);
});

test("where nothing is missing, or no step needs it, nothing is announced", () => {
  const complete = { ...bare, has_browser: () => true, account_notice: () => accountNotice(true, () => true) };
  expect(noticesFor(["types", "lint", "unit", "build", "e2e"], complete)).toEqual([]);
  expect(noticesFor(["types", "lint", "build"], bare)).toEqual([]);
});
