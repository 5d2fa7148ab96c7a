import { getApps } from "firebase-admin/app";
import { expect, test } from "vitest";
import { firebaseProvider } from "@/lib/providers/push/firebase";
import type { PushMessage } from "@/lib/providers/push/push-provider";
import { firebaseServer, type PushAnswer, serviceAccount } from "@/tests/support/vendors/firebase-server";
import type { VendorAnswer } from "@/tests/support/vendors/vendor-server";
import { specErrors, specsNote } from "@/tests/support/vendors/vendor-specs";

const SCHEMA = ["components", "schemas", "SendMessageRequest"];

const aPush = (change: Partial<PushMessage> = {}): PushMessage => ({
  id: "0197f0a0-0000-7000-8000-000000000001",
  token: "token-of-a-browser",
  title: "Iron Temple",
  body: "Your class begins at 18:00",
  link: "http://127.0.0.1:3320/me/iron-temple",
  data: { kind: "class_reminder" },
  ...change,
});

const taken: PushAnswer = { status: 200, body: { name: "projects/p/messages/1" } };

const refused = (status: number, code: string, errorCode: string | null, message = "no"): PushAnswer => ({
  status,
  body: {
    error: {
      code: status,
      status: code,
      message,
      details: errorCode ? [{ "@type": "type.googleapis.com/google.firebase.fcm.v1.FcmError", errorCode }] : [],
    },
  },
});

let project = 0;
const nextAccount = () => serviceAccount(`gym-${++project}`);

async function send(answer: PushAnswer, pushes = [aPush()], timeout_ms = 5_000) {
  const { calls } = await firebaseServer(() => answer);
  const provider = firebaseProvider({ service_account: nextAccount() }, { timeout_ms });
  return { outcomes: await provider.send(pushes, "k"), calls };
}

test(`a push message goes out as Firebase describes it${specsNote}`, async () => {
  const { outcomes, calls } = await send(taken);
  expect(outcomes).toEqual([{ outcome: "accepted", provider_message_id: "projects/p/messages/1" }]);
  expect(calls[0]?.path).toBe(`/v1/projects/gym-${project}/messages:send`);
  expect(calls[0]?.authorization).toBe("Bearer token-1");
  expect(specErrors("fcm/fcm.openapi.json", SCHEMA, calls[0]?.body)).toEqual([]);
  expect(calls[0]?.body.message).toMatchObject({
    token: "token-of-a-browser",
    notification: { title: "Iron Temple", body: "Your class begins at 18:00" },
    data: {
      kind: "class_reminder",
      link: "http://127.0.0.1:3320/me/iron-temple",
      message_id: "0197f0a0-0000-7000-8000-000000000001",
    },
    webpush: { notification: { tag: "0197f0a0-0000-7000-8000-000000000001" } },
  });
});

test("a device that is gone is dropped, and the others get their messages", async () => {
  const { calls } = await firebaseServer(({ body }) =>
    body.message.token === "gone" ? refused(404, "NOT_FOUND", "UNREGISTERED") : taken,
  );
  const provider = firebaseProvider({ service_account: nextAccount() });
  const outcomes = await provider.send([aPush(), aPush({ token: "gone" }), aPush()], "k");
  expect(outcomes).toEqual([
    expect.objectContaining({ outcome: "accepted" }),
    { outcome: "rejected", code: "token_not_registered", message: "Firebase: no", disables: "address" },
    expect.objectContaining({ outcome: "accepted" }),
  ]);
  expect(calls).toHaveLength(3);
});

test("501 devices are reached in two calls of the SDK, each outcome at its place", async () => {
  await firebaseServer(({ body }) => ({ status: 200, body: { name: body.message.token } }));
  const provider = firebaseProvider({ service_account: nextAccount() });
  const pushes = Array.from({ length: 501 }, (_push, index) => aPush({ token: `t${index}` }));
  const outcomes = await provider.send(pushes, "k");
  expect(outcomes).toEqual(pushes.map(({ token }) => ({ outcome: "accepted", provider_message_id: token })));
});

test.each<[string, PushAnswer, object]>([
  [
    "a message that Firebase cannot read is rejected, its device is not",
    refused(400, "INVALID_ARGUMENT", "INVALID_ARGUMENT"),
    { outcome: "rejected", code: "invalid-argument", message: "Firebase: no", disables: null },
  ],
  [
    "a device of another project is no reason to hold the others",
    refused(403, "PERMISSION_DENIED", "SENDER_ID_MISMATCH", "SenderId mismatch"),
    { outcome: "rejected", code: "sender_id_mismatch", message: "Firebase: SenderId mismatch", disables: null },
  ],
  [
    "an account that may not send lets the messages wait",
    refused(403, "PERMISSION_DENIED", null, "Permission denied"),
    { outcome: "misconfigured", message: "Firebase: Permission denied" },
  ],
  [
    "a token of Google's that is refused lets the messages wait",
    refused(401, "UNAUTHENTICATED", null),
    { outcome: "misconfigured", message: "Firebase: no" },
  ],
  [
    "too many messages are tried later",
    refused(429, "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED"),
    { outcome: "later", message: "Firebase: no", retry_after_ms: null },
  ],
  [
    "a failure at Firebase is tried again",
    refused(500, "INTERNAL", "INTERNAL"),
    { outcome: "later", message: "Firebase: no", retry_after_ms: null },
  ],
])("%s", async (_guarantee, answer, outcome) => {
  const { outcomes } = await send(answer);
  expect(outcomes).toEqual([outcome]);
});

test("a vendor that never answers makes the outcome unknown", async () => {
  const { outcomes } = await send("silence", [aPush()], 200);
  expect(outcomes).toEqual([
    { outcome: "unknown", message: "Firebase did not respond: the message may have been sent" },
  ]);
});

test("a broken connection makes the outcome unknown", async () => {
  const { outcomes } = await send("cut", [aPush()], 1_000);
  expect(outcomes).toEqual([expect.objectContaining({ outcome: "unknown" })]);
});

test.each<[string, VendorAnswer]>([
  ["that hangs up", "cut"],
  ["that fails", { status: 500, body: {} }],
])("a sign-in of Google's %s is tried again, since nothing was sent", async (_fault, signIn) => {
  const { calls } = await firebaseServer(() => taken, signIn);
  const provider = firebaseProvider({ service_account: nextAccount() });
  expect(await provider.send([aPush()], "k")).toEqual([expect.objectContaining({ outcome: "later" })]);
  expect(calls).toEqual([]);
});

test("a service account that Google has withdrawn lets the messages wait", async () => {
  const withdrawn = { status: 400, body: { error: "invalid_grant", error_description: "Invalid grant" } };
  await firebaseServer(() => taken, withdrawn);
  const provider = firebaseProvider({ service_account: nextAccount() });
  expect(await provider.send([aPush()], "k")).toEqual([expect.objectContaining({ outcome: "misconfigured" })]);
});

test("an unreadable service account lets the messages wait, and its content is not shown", async () => {
  const provider = firebaseProvider({ service_account: "{secret-0001" });
  expect(await provider.send([aPush()], "k")).toEqual([
    { outcome: "misconfigured", message: "The service account is invalid. Paste Google's file again" },
  ]);
});

test("gyms with their own projects send in parallel, each with its own account", async () => {
  const { calls, signIns } = await firebaseServer(() => taken);
  const accounts = [nextAccount(), nextAccount()];
  const send = (service_account = "") => firebaseProvider({ service_account }).send([aPush()], "k");
  await Promise.all([send(accounts[0]), send(accounts[1]), send(accounts[0])]);
  const paths = calls.map(({ path }) => path).sort();
  expect(paths).toEqual([
    `/v1/projects/gym-${project - 1}/messages:send`,
    `/v1/projects/gym-${project - 1}/messages:send`,
    `/v1/projects/gym-${project}/messages:send`,
  ]);
  expect(signIns).toHaveLength(2);
});

test("of many gyms' accounts only those that sent last stay open", async () => {
  await firebaseServer(() => taken);
  const accounts = Array.from({ length: 55 }, nextAccount);
  for (const service_account of accounts) await firebaseProvider({ service_account }).send([aPush()], "k");
  expect(getApps().length).toBe(50);
  const [first = ""] = accounts;
  const again = await firebaseProvider({ service_account: first }).send([aPush()], "k");
  expect(again).toEqual([expect.objectContaining({ outcome: "accepted" })]);
});
