import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { resendProvider } from "@/lib/providers/email/resend";
import { aMail } from "@/tests/support/vendors/mails";
import { mailVendor } from "@/tests/support/vendors/vendors";

const mails = [aMail({ id: "a" }), aMail({ id: "b", to: "kim@example.com" })];

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "mail-vendor-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "taken.jsonl");
}

const send = (endpoint: string, key: string) => resendProvider({ api_key: "re_1" }, { endpoint }).send(mails, key);

test("mails whose answer was lost are sent again under the same key and go out once", async () => {
  const vendor = await mailVendor(newFile(), { lose_every: 1 });
  onTestFinished(vendor.close);
  expect((await send(vendor.url, "k")).map(({ outcome }) => outcome)).toEqual(["later", "later"]);
  await send(vendor.url, "k");
  expect([vendor.calls(), vendor.keys(), vendor.message_ids()]).toEqual([2, ["k"], ["a", "b"]]);
});

test("a vendor that was killed and started again still knows what it sent", async () => {
  const file = newFile();
  const first = await mailVendor(file);
  const sent = await send(first.url, "k");
  await first.close();
  const second = await mailVendor(file);
  onTestFinished(second.close);
  expect(await send(second.url, "k")).toEqual(sent);
  expect(second.message_ids()).toEqual(["a", "b"]);
});

test("a busy vendor takes nothing, and the mails go out when it is asked again", async () => {
  const vendor = await mailVendor(newFile(), { slow_down_every: 2 });
  onTestFinished(vendor.close);
  await send(vendor.url, "k1");
  expect((await send(vendor.url, "k2"))[0]).toMatchObject({ outcome: "later", retry_after_ms: 1_000 });
  expect(vendor.keys()).toEqual(["k1"]);
});
