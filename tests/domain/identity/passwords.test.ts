import { expect, onTestFinished, test, vi } from "vitest";
import { hashPassword, isPassword, setHashCost } from "@/lib/domain/identity/password-hash";
import { refuseWeakPassword } from "@/lib/domain/identity/password-policy";

setHashCost(4);

const sam = { email: "sam.nowak@example.com", name: "Sam Nowak", organization_names: ["Forza Fitness"] };
const verdict = (password: string) =>
  refuseWeakPassword(password, sam).then(
    () => "accepted",
    () => "refused",
  );

test.each([
  "password",
  "Password1",
  "P@ssw0rd",
  "12345678",
  "qwertyuiop",
  "QWERTY123",
  "iloveyou",
  "football1",
  "aaaaaaaaaaaa",
  "samnowak",
  "Nowak Sam",
  "sam.nowak@example.com",
  "Forza-Fitness!",
])("the password %s is refused", async (password) => {
  expect(await verdict(password)).toBe("refused");
});

test.each(["a fit flow of water", "fjord and mountain", "Tr0ubador&3", "пароль и ключ", "samnowak rides a bike"])(
  "the password %s is accepted",
  async (password) => {
    expect(await verdict(password)).toBe("accepted");
  },
);

test("every character of a long password counts, also beyond the 72 bytes that bcrypt reads", async () => {
  const long = "x".repeat(199);
  const hash = await hashPassword(`${long}a`);
  expect(await isPassword(`${long}a`, hash)).toBe(true);
  expect(await isPassword(`${long}b`, hash)).toBe(false);
});

test("a password is the same however the keyboard composes its accents", async () => {
  const hash = await hashPassword("caf\u00e9 au lait");
  expect(await isPassword("cafe\u0301 au lait", hash)).toBe(true);
});

test("an account without a password has none that fits, not even the decoy's", async () => {
  expect(await isPassword("nobody's password", null)).toBe(false);
});

test("when too many people sign in at once the last are asked to come back, and the others get their turn", async () => {
  const crowd = await Promise.allSettled(Array.from({ length: 60 }, () => hashPassword("a walk by the river")));
  const refused = crowd.filter((one) => one.status === "rejected");
  expect(refused).toHaveLength(18);
  expect(refused[0]?.reason).toMatchObject({ code: "overloaded", extras: { headers: { "retry-after": "5" } } });
  expect(await hashPassword("a walk by the river")).toMatch(/^\$2b\$04\$/);
});

test("production hashes with 2^12 rounds and lets nothing lower them", async () => {
  onTestFinished(() => {
    vi.unstubAllEnvs();
    vi.resetModules();
  });
  vi.resetModules();
  vi.stubEnv("NODE_ENV", "production");
  const fresh = await import("@/lib/domain/identity/password-hash");
  expect(() => fresh.setHashCost(4)).toThrow("The work factor of passwords is fixed in production");
  expect(await fresh.hashPassword("a walk by the river")).toMatch(/^\$2b\$12\$/);
});
