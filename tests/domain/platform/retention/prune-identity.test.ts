import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "@/db/id";
import { oneTimeTokens, outboxMails, personIdempotencyKeys, refreshTokens, sessionFamilies } from "@/db/schema";
import { inIdentity } from "@/db/tenancy";
import { pruneIdentity } from "@/lib/domain/platform/retention";
import { fixedClock } from "@/lib/kernel/clock";
import { newUser } from "@/tests/support/gym/gym";

const clock = fixedClock("2026-03-31T12:00:00Z");

test("credentials are deleted once they have expired, and stored mails after 30 days", async () => {
  const { id: user_id, email } = await newUser();
  const family_id = newId();
  const expiries = ["2026-03-31T11:59:59Z", "2026-03-31T12:00:01Z"];
  await inIdentity(user_id, async (db) => {
    await db.insert(sessionFamilies).values({ id: family_id, user_id, surface: "api" });
    for (const expires_at of expiries) {
      const secret = { token_hash: newId(), expires_at };
      await db.insert(refreshTokens).values({ family_id, session_version: 1, ...secret });
      await db.insert(oneTimeTokens).values({ purpose: "reset_password", email, user_id, ...secret });
    }
    for (const created_at of ["2026-03-01T11:00:00Z", "2026-03-02T11:00:00Z"])
      await db.insert(outboxMails).values({ to_email: email, subject: created_at, text_body: "", created_at });
  });
  await pruneIdentity(clock);
  await pruneIdentity(clock);
  const left = await inIdentity(user_id, async (db) => [
    await db.select({ at: refreshTokens.expires_at }).from(refreshTokens).where(eq(refreshTokens.family_id, family_id)),
    await db.select({ at: oneTimeTokens.expires_at }).from(oneTimeTokens).where(eq(oneTimeTokens.user_id, user_id)),
    await db.select({ at: outboxMails.subject }).from(outboxMails).where(eq(outboxMails.to_email, email)),
  ]);
  expect(left.map((rows) => rows.map(({ at }) => at))).toEqual([
    ["2026-03-31T12:00:01.000Z"],
    ["2026-03-31T12:00:01.000Z"],
    ["2026-03-02T11:00:00Z"],
  ]);
});

test("R3 a person's idempotency keys go after a day", async () => {
  const { id: user_id } = await newUser();
  const key = (name: string, created_at: string) => ({
    user_id,
    key: name,
    operation: "organizations.create",
    request_hash: "",
    created_at,
  });
  await inIdentity(user_id, (db) =>
    db.insert(personIdempotencyKeys).values([key("old", "2026-03-30T11:59:59Z"), key("new", "2026-03-30T12:00:01Z")]),
  );
  await pruneIdentity(clock);
  const left = await inIdentity(user_id, (db) =>
    db
      .select({ key: personIdempotencyKeys.key })
      .from(personIdempotencyKeys)
      .where(eq(personIdempotencyKeys.user_id, user_id)),
  );
  expect(left).toEqual([{ key: "new" }]);
});
