import { expect, test } from "vitest";
import { homeAddress } from "@/components/identity/home-address";
import { nextAddress } from "@/components/identity/next-address";
import { currencyOfLocale } from "@/components/identity/region-currency";
import { newDeviceMark, readDeviceMark } from "@/lib/domain/identity/device-mark";
import { codePrefixOf, slugOf } from "@/lib/domain/identity/open-gym";
import { networkOf } from "@/lib/kernel/ip-address";

test.each([
  ["/manage/iron-temple/members?status=active#row-3", "/manage/iron-temple/members?status=active#row-3"],
  ["/me/iron-temple", "/me/iron-temple"],
  ["//evil.example", null],
  ["/\\evil.example", null],
  ["/\t/evil.example", null],
  ["https://evil.example", null],
  ["javascript:alert(1)", null],
  ["manage", null],
  ["/api/v1/auth/me", null],
  ["/sign-in?next=/sign-in", null],
  ["", null],
  [undefined, null],
])("after signing in, %s leads to %s", (wanted, address) => {
  expect(nextAddress(wanted)).toBe(address);
});

test("staff go to the portal and members to their own pages", () => {
  expect(homeAddress({ slug: "iron-temple", role: "receptionist" })).toBe("/manage/iron-temple");
  expect(homeAddress({ slug: "iron-temple", role: "member" })).toBe("/me/iron-temple");
});

test.each([
  ["Iron Temple", "iron-temple", "IT"],
  ["  Forza Żoliborz! ", "forza-zoliborz", "FZ"],
  ["Ångström & Søn", "angstrom-son", "AS"],
  ["CrossFit", "crossfit", "CR"],
  ["शक्ति", "gym", "M"],
  ["X", "gym-x", "X"],
])("the gym %s gets the address %s and the member codes %s-…", (name, slug, prefix) => {
  expect([slugOf(name), codePrefixOf(name)]).toEqual([slug, prefix]);
});

test.each([
  ["en-AU", "AUD"],
  ["de", "EUR"],
  ["hi", "INR"],
  ["pl-PL", "PLN"],
])("a browser that speaks %s suggests %s", (locale, currency) => {
  expect(currencyOfLocale(locale)).toBe(currency);
});

test("a device mark names its user and cannot be forged", () => {
  const user_id = "0197f0a0-0000-7000-8000-0000000000b2";
  const mark = newDeviceMark(user_id);
  expect(readDeviceMark(mark)?.user_id).toBe(user_id);
  expect(readDeviceMark(mark.replace("b2.", "b3."))).toBeNull();
  expect(readDeviceMark("a.b.c")).toBeNull();
  expect(readDeviceMark(null)).toBeNull();
});

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
  ["2001:db8::7", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["::FFFF:cb00:7109", "203.0.113.9"],
  ["0:0:0:0:0:ffff:203.0.113.9", "203.0.113.9"],
  ["64:ff9b::203.0.113.9", "64:ff9b:0:0::/64"],
  ["203.0.113.9:51234", "203.0.113.9"],
  ["[2001:db8:1:2::1]:443", "2001:db8:1:2::/64"],
  [null, "unknown"],
])("tries from %s are counted for %s", (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});
