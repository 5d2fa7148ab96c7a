import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { queryDatabase } from "@/db/client";
import { Problem } from "@/lib/kernel/errors";
import { networkOf } from "@/lib/kernel/ip-address";
import { hashSecret } from "@/lib/kernel/keys";
import { counted } from "@/lib/values/counted";

const minute = 60;
const hour = 60 * minute;

/** Counts in the database, so that all processes share the limit. Without the database nobody can sign in anyway. */
function limiter(keyPrefix: string, points: number, duration: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: { query: (query: { text: string; values: unknown[] }) => queryDatabase(query) },
    storeType: "client",
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix,
    points,
    duration,
    // One timer deletes the expired rows of all limiters.
    clearExpiredByTimeout: keyPrefix === "sign_in_pair",
  });
}

const limits = {
  /** Attempts for one account from one address or device. Each further block lasts twice as long. */
  pair: limiter("sign_in_pair", 5, 15 * minute),
  blocks: limiter("sign_in_blocks", 1_000, 24 * hour),
  account: limiter("sign_in_account", 100, hour),
  address: limiter("sign_in_address", 200, hour),
  mail_account: limiter("mail_account", 5, hour),
  mail_address: limiter("mail_address", 30, hour),
};

const shortestBlock_s = minute;
const longestBlock_s = hour;

export type SignInAttempt = {
  email: string;
  ip: string | null;
  /** A browser that signed in to this account before. */
  device_id: string | null;
  /** A sign-in to the account from this address or browser happened before. */
  is_familiar: boolean;
};

/**
 * Counts an attempt before the password is checked, so that concurrent attempts count too. Attempts of others do not block a
 * familiar user. A13: an address above its limit is rejected for all accounts, except in a browser with a device mark.
 */
export async function admitAttempt(attempt: SignInAttempt): Promise<void> {
  const pair = await consume(limits.pair, pairKey(attempt));
  const network = networkOf(attempt.ip);
  // An attempt that the pair limit rejects is not counted again.
  const address = attempt.device_id
    ? null
    : pair
      ? await exhausted(limits.address, network)
      : await consume(limits.address, network);
  if (address) throw tooMany(address.msBeforeNext / 1000);
  if (pair) throw tooMany(await blockSeconds(pairKey(attempt), pair));
  const account = attempt.is_familiar ? null : await consume(limits.account, accountKey(attempt.email));
  if (account) throw tooMany(account.msBeforeNext / 1000);
}

/** Resets the counters after a correct password. */
export async function forgiveAttempt(attempt: SignInAttempt): Promise<void> {
  const key = pairKey(attempt);
  await Promise.all([
    limits.pair.delete(key),
    limits.blocks.delete(key),
    attempt.is_familiar ? null : limits.account.reward(accountKey(attempt.email)),
    attempt.device_id ? null : limits.address.reward(networkOf(attempt.ip)),
  ]);
}

/** The mailbox proves the user, so a new password resets the account's counter. */
export async function forgiveAccount(email: string): Promise<void> {
  await limits.account.delete(accountKey(email));
}

/**
 * False if this mailbox has reached its limit: no mail is sent and the response is the same, because earlier links still work.
 * Throws for an address that requests mail for too many mailboxes.
 */
export async function mayMail(email: string, ip: string | null): Promise<boolean> {
  const [account, address] = await Promise.all([
    consume(limits.mail_account, accountKey(email)),
    consume(limits.mail_address, networkOf(ip)),
  ]);
  if (address) throw tooMany(address.msBeforeNext / 1000);
  return account === null;
}

async function consume(limit: RateLimiterPostgres, key: string): Promise<RateLimiterRes | null> {
  try {
    await limit.consume(key);
    return null;
  } catch (rejected) {
    if (rejected instanceof RateLimiterRes) return rejected;
    throw rejected;
  }
}

/** Reads the state without counting. */
async function exhausted(limit: RateLimiterPostgres, key: string): Promise<RateLimiterRes | null> {
  const state = await limit.get(key);
  return state && state.consumedPoints >= limit.points ? state : null;
}

async function blockSeconds(key: string, rejected: RateLimiterRes): Promise<number> {
  if (rejected.consumedPoints !== limits.pair.points + 1) return rejected.msBeforeNext / 1000;
  const { consumedPoints } = await limits.blocks.penalty(key);
  const seconds = Math.min(shortestBlock_s * 2 ** (consumedPoints - 1), longestBlock_s);
  await limits.pair.block(key, seconds);
  return seconds;
}

function tooMany(seconds: number): Problem {
  const retry_s = Math.max(1, Math.ceil(seconds));
  const wait = retry_s < 120 ? `${counted(retry_s, "second")}` : `${counted(Math.ceil(retry_s / 60), "minute")}`;
  return new Problem(
    "too_many_requests",
    `Too many attempts. Wait ${wait}, or ask for a link that sets a new password.`,
    {
      headers: { "retry-after": String(retry_s) },
    },
  );
}

/** Keys are hashes, so that the table contains no e-mail addresses. */
const accountKey = (email: string) => hashSecret(email);
const pairKey = ({ email, ip, device_id }: SignInAttempt) => hashSecret(`${email} ${device_id ?? networkOf(ip)}`);
