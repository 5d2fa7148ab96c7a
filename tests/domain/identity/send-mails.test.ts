import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { outboxMails } from "@/db/schema";
import { inIdentity } from "@/db/tenancy";
import { sendWaitingMails } from "@/lib/domain/identity";
import { postMail } from "@/lib/domain/identity/mail";
import { setVendorEndpoint } from "@/lib/domain/messages/providers/carrier";
import { fixedClock } from "@/lib/kernel/clock";
import { newUser } from "@/tests/support/gym/gym";
import { type VendorCall, vendorServer } from "@/tests/support/vendors/vendor-server";

const vendor = vi.hoisted(() => ({ is_set: true }));

vi.mock("@/lib/kernel/env", async (original) => {
  const real = await original<typeof import("@/lib/kernel/env")>();
  const mail = { MAIL_FROM: "FitFlow Pro <hello@fitflow.example>", RESEND_API_KEY: "re_installation" };
  return { ...real, env: () => ({ ...real.env(), ...(vendor.is_set && mail) }) };
});

beforeEach(() => {
  vendor.is_set = true;
});
afterEach(() => setVendorEndpoint(undefined));

const taken = ({ body }: VendorCall) => ({
  status: 200,
  body: { data: (JSON.parse(body) as unknown[]).map(() => ({ id: "r-1" })) },
});

async function posted() {
  const { email } = await newUser();
  const text = "Choose a new password:\nhttps://fitflow.example/reset-password?token=secret\n";
  await inIdentity(null, (db) =>
    postMail(db, { to: email, subject: "A new\r\npassword", text, button: "Open", language: "en", gym: null }),
  );
  const row = async () =>
    (await inIdentity(null, (db) => db.select().from(outboxMails).where(eq(outboxMails.to_email, email))))[0];
  return { email, row };
}
const after = (minutes: number) => ({
  now: () => fixedClock(new Date(Date.now() + minutes * 60_000).toISOString()).now(),
});

test("an account mail goes through the installation's vendor, and its link is deleted once it is sent", async () => {
  const { calls, url } = await vendorServer(taken);
  setVendorEndpoint(url);
  const { email, row } = await posted();
  expect(await row()).toMatchObject({ state: "queued", subject: "A new password", vendor: null });
  await sendWaitingMails(after(1));
  expect(await row()).toMatchObject({ state: "sent", vendor: "resend", provider_message_id: "r-1", text_body: "" });
  const mail = calls.flatMap(({ body }) => JSON.parse(body)).find(({ to }) => to === email);
  expect(mail).toMatchObject({ from: expect.stringContaining("hello@fitflow.example"), subject: "A new password" });
  expect(mail.text).toContain("token=secret");
});

test("P12 a mail waits for a vendor that is down, and goes out once", async () => {
  let is_down = true;
  const { calls, url } = await vendorServer((call) => (is_down ? { status: 503, body: {} } : taken(call)));
  setVendorEndpoint(url);
  const { email, row } = await posted();
  await sendWaitingMails(after(1));
  expect(await row()).toMatchObject({ state: "queued", attempts: 1 });
  is_down = false;
  await Promise.all([sendWaitingMails(after(5)), sendWaitingMails(after(5))]);
  expect((await row())?.state).toBe("sent");
  const sent = calls.filter(({ body }) => body.includes(email));
  expect(new Set(sent.map(({ headers }) => headers.get("idempotency-key"))).size).toBe(1);
});

test("without a vendor a mail stays here to be read, and is not sent when one is named later", async () => {
  vendor.is_set = false;
  const { row } = await posted();
  expect(await row()).toMatchObject({ state: "sent", vendor: "local", text_body: expect.stringContaining("token=") });
  vendor.is_set = true;
  setVendorEndpoint((await vendorServer(taken)).url);
  await sendWaitingMails(after(1));
  expect((await row())?.vendor).toBe("local");
});
