import { expect, test } from "vitest";
import { login } from "@/lib/contracts/identity/auth";
import { newDeviceMark, openWebSession } from "@/lib/domain/identity";
import { type Account, from, newAccount, newAddress, visitor } from "@/tests/support/gym/people";
import { send } from "@/tests/support/http/api";

async function tryFrom(address: string, email: string, password = "a wrong guess") {
  const response = await send(login, { email, password }, { headers: from(address) });
  return { status: response.status, wait_s: Number(response.headers.get("retry-after") ?? 0) };
}

async function guessFrom(address: string, email: string, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let count = 0; count < times; count += 1) statuses.push((await tryFrom(address, email)).status);
  return statuses;
}

test("after five wrong guesses an address has to wait a minute, and even the right password waits", async () => {
  const { email, password } = await newAccount();
  const address = newAddress();
  expect(await guessFrom(address, email, 5)).toEqual([401, 401, 401, 401, 401]);
  const refused = await tryFrom(address, email, password);
  expect(refused.status).toBe(429);
  expect(refused.wait_s).toBe(60);
});

test("A10 the wait is the same for an address that has no account", async () => {
  const email = `nobody-${newAddress()}@example.com`;
  const address = newAddress();
  expect(await guessFrom(address, email, 5)).toEqual([401, 401, 401, 401, 401]);
  expect(await tryFrom(address, email)).toEqual({ status: 429, wait_s: 60 });
});

test("guesses of others do not lock out the user", async () => {
  const { email, password } = await newAccount();
  await guessFrom(newAddress(), email, 8);
  expect((await tryFrom(newAddress(), email, password)).status).toBe(200);
});

test("guesses at the same time are counted like guesses in a row", async () => {
  const { email } = await newAccount();
  const address = newAddress();
  const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await tryFrom(address, email)).status));
  expect(statuses.filter((status) => status === 401)).toHaveLength(5);
  expect(statuses.filter((status) => status === 429)).toHaveLength(15);
});

test("the right password ends the count", async () => {
  const { email, password } = await newAccount();
  const address = newAddress();
  await guessFrom(address, email, 4);
  expect((await tryFrom(address, email, password)).status).toBe(200);
  expect(await guessFrom(address, email, 4)).toEqual([401, 401, 401, 401]);
});

async function underAttack({ email }: Account): Promise<void> {
  await Promise.all(Array.from({ length: 21 }, () => guessFrom(newAddress(), email, 5)));
}

test("an account that many addresses attack at once refuses strangers, but not an address that signed in before", async () => {
  const account = await newAccount();
  const home = newAddress();
  expect((await tryFrom(home, account.email, account.password)).status).toBe(200);
  await underAttack(account);
  expect((await tryFrom(newAddress(), account.email, account.password)).status).toBe(429);
  expect((await tryFrom(home, account.email, account.password)).status).toBe(200);
});

test("an account that many addresses attack at once lets its own browser in from anywhere", async () => {
  const account = await newAccount();
  await underAttack(account);
  const { email, password, id } = account;
  const other = await newAccount();
  const open = (device_mark: string | null) => openWebSession(visitor(), { email, password, device_mark });
  await expect(open(null)).rejects.toMatchObject({ code: "too_many_requests" });
  await expect(open(newDeviceMark(other.id))).rejects.toMatchObject({ code: "too_many_requests" });
  await expect(open(`${newDeviceMark(id).slice(0, -3)}AAA`)).rejects.toMatchObject({ code: "too_many_requests" });
  expect(await open(newDeviceMark(id))).toMatchObject({ user_id: id });
});
