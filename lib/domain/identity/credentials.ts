import { and, eq, gt, inArray, sql } from "drizzle-orm";
import { identityEvents, users } from "@/db/schema";
import { inIdentity } from "@/db/tenancy";
import type { Caller } from "@/lib/kernel/caller";
import { Problem } from "@/lib/kernel/errors";
import { type Device, readDeviceMark } from "./device-mark";
import { isPassword } from "./password-hash";
import { isActiveAccount, type User } from "./people";
import { admitAttempt, forgiveAttempt, type SignInAttempt } from "./throttle";

type Credentials = { email: string; password: string; device_mark?: string | null };

/**
 * Returns the user with this e-mail and password. A10: a wrong password, an unknown address, an account without a password and a
 * disabled one give the same response after the same work.
 */
export async function checkCredentials(caller: Caller, { email, password, device_mark }: Credentials): Promise<User> {
  const device = readDeviceMark(device_mark ?? null);
  const { user, knows_address } = await lookUp(caller, email);
  const attempt = attemptOf(email, caller.ip, user && device?.user_id === user.id ? device : null, knows_address);
  await admitAttempt(attempt);
  const matches = await isPassword(password, user && !isActiveAccount(user) ? null : (user?.password_hash ?? null));
  if (!user || !matches) {
    throw new Problem(
      "invalid_credentials",
      "E-mail and password do not match. Check both, or ask for a link that sets a new password.",
    );
  }
  await forgiveAttempt(attempt);
  return user;
}

function attemptOf(email: string, ip: string | null, device: Device | null, knows_address: boolean): SignInAttempt {
  return { email, ip, device_id: device?.device_id ?? null, is_familiar: device !== null || knows_address };
}

export const signInActions = [
  "auth.login",
  "auth.open_web_session",
  "auth.open_session_by_link",
  "auth.open_web_session_by_link",
];

async function lookUp({ ip, clock }: Caller, email: string): Promise<{ user: User | null; knows_address: boolean }> {
  const recently = clock
    .now()
    .subtract({ hours: 90 * 24 })
    .toString();
  const [row] = await inIdentity(null, (db) =>
    db
      .select({
        user: users,
        knows_address: sql<boolean>`exists ${db
          .select({ one: sql`1` })
          .from(identityEvents)
          .where(
            and(
              eq(identityEvents.user_id, users.id),
              gt(identityEvents.at, recently),
              inArray(identityEvents.action, signInActions),
              eq(identityEvents.ip, ip ?? ""),
            ),
          )}`,
      })
      .from(users)
      .where(eq(users.email, email)),
  );
  return { user: row?.user ?? null, knows_address: row?.knows_address ?? false };
}
