import { expect, test } from "vitest";
import type { Mail } from "@/lib/providers/email/email-provider";
import { localMailOutbox } from "@/lib/providers/email/local-outbox";

const mail: Mail = {
  id: "0197f0a0-0000-7000-8000-000000000001",
  to: "sam@example.com",
  from: { name: "Iron Temple", email: "hello@irontemple.example" },
  reply_to: null,
  subject: "Welcome",
  html: "<p>Welcome</p>",
  text: "Welcome",
  headers: {},
  attachments: [],
};

test("a gym without a vendor finds its mail in the local outbox", async () => {
  const stored: Mail[] = [];
  const outbox = localMailOutbox(async (mail) => void stored.push(mail));
  expect(await outbox.send([mail], "key-1")).toEqual([{ outcome: "accepted", provider_message_id: mail.id }]);
  expect(stored).toEqual([mail]);
});

test.each<[string, Partial<Mail>]>([
  ["subject", { subject: "Hello\r\nBcc: all@example.com" }],
  ["address", { to: "sam@example.com\nBcc: all@example.com" }],
  ["sender's name", { from: { name: "Gym\rBcc: all@example.com", email: "a@example.com" } }],
  ["reply address", { reply_to: "a@example.com\nBcc: all@example.com" }],
  ["header's value", { headers: { "List-Unsubscribe": "<https://a.example>\nBcc: all@example.com" } }],
  ["header's name", { headers: { "X: y\nBcc": "all@example.com" } }],
])("a mail's %s cannot inject headers, and the other mails are sent", async (_field, change) => {
  const stored: Mail[] = [];
  const outbox = localMailOutbox(async (mail) => void stored.push(mail));
  const outcomes = await outbox.send([{ ...mail, ...change }, mail], "key-1");
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(["rejected", "accepted"]);
  expect(stored).toEqual([mail]);
});

test("an outbox that cannot store a mail asks for a retry", async () => {
  const outbox = localMailOutbox(() => Promise.reject(new Error("disk full")));
  expect(await outbox.send([mail], "key-1")).toEqual([
    { outcome: "later", message: "The local outbox could not store the message", retry_after_ms: null },
  ]);
});
