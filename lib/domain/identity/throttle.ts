import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { queryDatabase } from "@/db/client";
import { Problem } from "@/lib/kernel/errors";
import { networkOf } from "@/lib/kernel/ip-address";
import { hashSecret } from "@/lib/kernel/keys";

const minute = 60;
const hour = 60 * minute;

/** Counted in the database, so that every process of the server counts the same. Without it nobody can sign in anyway. */
function limiter(keyPrefix: string, points: number, duration: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: { query: (query: { text: string; values: unknown[] }) => queryDatabase(query) },
    storeType: "client",
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix,
    points,
    duration,
    // One broom sweeps the whole table.
    clearExpiredByTimeout: keyPrefix === "sign_in_pair",
  });
}

const limits = {
  /** Tries at one account from one address or device; each further block lasts twice as long. */
  pair: limiter("sign_in_pair", 5, 15 * minute),
  blocks: limiter("sign_in_blocks", 1_000, 24 * hour),
  account: limiter("sign_in_account", 100, hour),
  address: limiter("sign_in_address", 200, hour),
  mail_account: limiter("mail_account", 5, hour),
  mail_address: limiter("mail_address", 30, hour),
};

const shortestBlock_s = minute;
const longestBlock_s = hour;

export type Attempt = {
  email: string;
  ip: string | null;
  /** A browser that signed in to this very account before. */
  device_id: string | null;
  /** The account was signed in to from this address, or in this browser, before. */
  is_familiar: boolean;
};

/**
 * Counts a try before the password is looked at, so that tries at the same time count too. What strangers try at the account
 * does not hold back a familiar person. A13: a spent address gets one answer for all accounts, also for those that were
 * signed in to from it; only the mark of a browser, which nobody else has, gets past it.
 */
export async function admitAttempt(attempt: Attempt): Promise<void> {
  const pair = await refusal(limits.pair, pairKey(attempt));
  const network = networkOf(attempt.ip);
  // A try that its pair refuses is not counted again.
  const address = attempt.device_id
    ? null
    : pair
      ? await spent(limits.address, network)
      : await refusal(limits.address, network);
  if (address) throw tooMany(address.msBeforeNext / 1000);
  if (pair) throw tooMany(await blockSeconds(pairKey(attempt), pair));
  const account = attempt.is_familiar ? null : await refusal(limits.account, accountKey(attempt.email));
  if (account) throw tooMany(account.msBeforeNext / 1000);
}

/** The password was right: the tries before it are forgotten. */
export async function forgiveAttempt(attempt: Attempt): Promise<void> {
  const key = pairKey(attempt);
  await Promise.all([
    limits.pair.delete(key),
    limits.blocks.delete(key),
    attempt.is_familiar ? null : limits.account.reward(accountKey(attempt.email)),
    attempt.device_id ? null : limits.address.reward(networkOf(attempt.ip)),
  ]);
}

/** Whoever has the mailbox is the rightful user: a new password ends what strangers' tries have brought on. */
export async function forgiveAccount(email: string): Promise<void> {
  await limits.account.delete(accountKey(email));
}

/**
 * False when this mailbox got enough mail for now: then none is sent and the answer stays the same, since the links it has
 * still work. An address that asks for too many mailboxes is refused.
 */
export async function mayMail(email: string, ip: string | null): Promise<boolean> {
  const [account, address] = await Promise.all([
    refusal(limits.mail_account, accountKey(email)),
    refusal(limits.mail_address, networkOf(ip)),
  ]);
  if (address) throw tooMany(address.msBeforeNext / 1000);
  return account === null;
}

async function refusal(limit: RateLimiterPostgres, key: string): Promise<RateLimiterRes | null> {
  try {
    await limit.consume(key);
    return null;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return refused;
    throw refused;
  }
}

/** Looks without counting. */
async function spent(limit: RateLimiterPostgres, key: string): Promise<RateLimiterRes | null> {
  const state = await limit.get(key);
  return state && state.consumedPoints >= limit.points ? state : null;
}

async function blockSeconds(key: string, refused: RateLimiterRes): Promise<number> {
  if (refused.consumedPoints !== limits.pair.points + 1) return refused.msBeforeNext / 1000;
  const { consumedPoints } = await limits.blocks.penalty(key);
  const seconds = Math.min(shortestBlock_s * 2 ** (consumedPoints - 1), longestBlock_s);
  await limits.pair.block(key, seconds);
  return seconds;
}

function tooMany(seconds: number): Problem {
  const retry_s = Math.max(1, Math.ceil(seconds));
  const wait = retry_s < 120 ? `${retry_s} seconds` : `${Math.ceil(retry_s / 60)} minutes`;
  return new Problem("too_many_requests", `Too many tries. Wait ${wait}, or ask for a link that sets a new password.`, {
    headers: { "retry-after": String(retry_s) },
  });
}

/** E-mail addresses stay out of the counters' table. */
const accountKey = (email: string) => hashSecret(email);
const pairKey = ({ email, ip, device_id }: Attempt) => hashSecret(`${email} ${device_id ?? networkOf(ip)}`);
