import { expect, test } from "vitest";
import { inIdentity } from "@/db/tenancy";
import { postMail } from "@/lib/domain/identity/mail";
import { listOutbox, readOutbox } from "@/lib/domain/messages/outbox";
import { anonymousCaller } from "@/lib/kernel/caller";
import { Problem } from "@/lib/kernel/errors";
import { newGym, newMember, newUser } from "@/tests/support/gym/gym";
import { turn } from "@/tests/support/messages/delivery";
import { messagesOf, notifyMembers } from "@/tests/support/messages/messages";

const plain = { button: "Open", language: "en", gym: null } as const;

const visitor = (ip: string, is_local = false) =>
  anonymousCaller({ ip, is_local, user_agent: "test", request_id: "r", reason: null });
const here = visitor("127.0.0.1", true);

async function welcomed(fields = {}) {
  const gym = await newGym();
  const member_id = await newMember(gym, {
    first_name: "Rahel",
    email: "rahel@example.com",
    phone: "+14155550132",
    ...fields,
  });
  const variables = { plan_name: "Unlimited", starts_on: "2026-03-12" };
  await notifyMembers(gym, "welcome", [{ member_id, event_key: "welcome", variables }]);
  const [{ id } = { id: "" }] = await messagesOf(gym);
  return { gym, id };
}

test("what no provider carries is read in one place: account mails and every gym's messages, by channel", async () => {
  const [mailed, texted] = [await welcomed(), await welcomed({ preferred_channel: "sms" })];
  await turn(mailed.gym);
  await turn(texted.gym, undefined, "sms");
  const { email } = await newUser();
  await inIdentity(null, (db) =>
    postMail(db, { to: email, subject: "A new password", text: "https://x.example", ...plain }),
  );
  const ids = async (input: object) => {
    const found: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await listOutbox(here, { limit: 50, ...input, ...(cursor ? { cursor } : {}) });
      found.push(...page.data.map(({ id }) => id));
      cursor = page.next_cursor;
    } while (cursor);
    expect(new Set(found).size).toBe(found.length);
    return found;
  };
  expect((await listOutbox(here, { limit: 1 })).data[0]).toMatchObject({ to: email, channel: "email", gym_name: null });
  expect(await ids({})).toEqual(expect.arrayContaining([mailed.id, texted.id]));
  expect(await ids({ channel: "sms" })).toContain(texted.id);
  expect(await ids({ channel: "sms" })).not.toContain(mailed.id);
  const mail = await readOutbox(here, { id: mailed.id });
  expect(mail).toMatchObject({ gym_name: mailed.gym.organization.name, to: "rahel@example.com" });
  expect(mail.html).toContain("Open my page");
  expect((await readOutbox(here, { id: texted.id })).html).toBeNull();
});

test("a waiting or unknown message is not in the outbox", async () => {
  const { id } = await welcomed();
  for (const unknown of [id, "0197f0a0-0000-7000-8000-0000000000e1"])
    await expect(readOutbox(here, { id: unknown })).rejects.toMatchObject({ code: "not_found" });
});

test("outside of the demo the outbox is closed to everybody who is not at this very machine", async () => {
  const { gym, id } = await welcomed();
  await turn(gym);
  await expect(listOutbox(visitor("203.0.113.9"), {})).rejects.toBeInstanceOf(Problem);
  await expect(readOutbox(visitor("203.0.113.9"), { id })).rejects.toMatchObject({ code: "not_found" });
});

test("A1 with many gyms the outbox is ordered, each message appears once and with its own gym", async () => {
  const several = await Promise.all(Array.from({ length: 4 }, () => welcomed()));
  for (const { gym } of several) await turn(gym);
  const names = new Map(several.map(({ gym, id }) => [id, gym.organization.name]));
  const found = new Map<string, string | null>();
  const times: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await listOutbox(here, { limit: 3, channel: "email", ...(cursor ? { cursor } : {}) });
    for (const { id, gym_name, created_at } of page.data) {
      expect(found.has(id)).toBe(false);
      found.set(id, gym_name);
      times.push(created_at);
    }
    cursor = page.next_cursor;
  } while (cursor);
  expect(times).toEqual([...times].sort().reverse());
  for (const [id, name] of names) expect(found.get(id)).toBe(name);
});

test("an invented cursor is rejected with a sentence", async () => {
  const made = (values: unknown[]) => Buffer.from(JSON.stringify(values)).toString("base64url");
  for (const cursor of [made(["yesterday", "x"]), made(["2026-03-05T12:00:00Z", "' or true --"]), made([null, 7])])
    await expect(listOutbox(here, { cursor })).rejects.toMatchObject({ code: "malformed_cursor" });
});
