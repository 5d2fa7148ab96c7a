import fc from "fast-check";
import { expect, test } from "vitest";
import { newId } from "@/db/id";
import { getOwnPreferences, updateOwnPreferences } from "@/lib/contracts/messages/notification-preferences";
import { readUnsubscribe, resubscribe, unsubscribe } from "@/lib/contracts/messages/unsubscribe";
import { unsubscribeLink } from "@/lib/domain/messages/contacts";
import { unsubscribeToken } from "@/lib/domain/messages/contacts/unsubscribe-link";
import { auditOf } from "@/tests/support/gym/audit-entries";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { call, refusal, send } from "@/tests/support/http/api";
import { contactAt } from "@/tests/support/messages/contacts";

const marketing = { channel: "email", category: "marketing" } as const;
const reminder = { channel: "email", category: "reminder" } as const;
const own = (gym: Gym) => ({ token: gym.people.member.token });
const linkOf = ({ organization_id, member_id }: Gym, about: typeof marketing | typeof reminder) =>
  unsubscribeToken({ organization_id, member_id, ...about });
const oneClick = { body: "List-Unsubscribe=One-Click" };
const consents = (gym: Gym) =>
  call(
    updateOwnPreferences,
    {
      choices: [
        { ...marketing, is_allowed: true },
        { channel: "sms", category: "marketing", is_allowed: true },
      ],
    },
    own(gym),
  );

test("reading an unsubscribe link changes nothing, however often a scanner follows it", async () => {
  const gym = await newGym();
  await consents(gym);
  const token = linkOf(gym, marketing);
  const before = await call(getOwnPreferences, {}, own(gym));
  for (let times = 0; times < 3; times += 1) {
    expect(await call(readUnsubscribe, { token })).toMatchObject({ is_allowed: true, channel: "email" });
  }
  expect(await call(getOwnPreferences, {}, own(gym))).toEqual(before);
});

test("one click without a session unsubscribes from that channel and category only, and the source is stored", async () => {
  const gym = await newGym();
  await consents(gym);
  const after = await call(unsubscribe, { token: linkOf(gym, marketing) }, oneClick);
  expect(after).toMatchObject({ gym_name: gym.organization.name, slug: gym.organization.slug, is_allowed: false });
  const { choices } = await call(getOwnPreferences, {}, own(gym));
  expect(choices.find(({ channel, category }) => channel === "email" && category === "marketing")).toMatchObject({
    is_allowed: false,
    source: "unsubscribe_link",
  });
  expect(choices.filter(({ is_allowed }) => is_allowed).map((one) => `${one.channel} ${one.category}`)).toEqual([
    "email transactional",
    "email reminder",
    "sms transactional",
    "sms reminder",
    "sms marketing",
    "whatsapp transactional",
    "whatsapp reminder",
    "push transactional",
    "push reminder",
  ]);
});

test("a mail program that sends the click as multipart is understood", async () => {
  const gym = await newGym();
  const form = new FormData();
  form.set("List-Unsubscribe", "One-Click");
  const encoded = new Response(form);
  const headers = { "content-type": encoded.headers.get("content-type") ?? "" };
  const answer = await send(unsubscribe, { token: linkOf(gym, reminder) }, { headers, body: await encoded.blob() });
  expect([answer.status, (await answer.json()).is_allowed]).toEqual([200, false]);
});

test("the second click answers as the first and changes nothing more", async () => {
  const gym = await newGym();
  const token = linkOf(gym, reminder);
  const first = await call(unsubscribe, { token }, oneClick);
  const before = await call(getOwnPreferences, {}, own(gym));
  expect(await call(unsubscribe, { token }, oneClick)).toEqual(first);
  expect(await call(getOwnPreferences, {}, own(gym))).toEqual(before);
});

test("a member who unsubscribed by mistake subscribes again by the same link", async () => {
  const gym = await newGym();
  const token = linkOf(gym, reminder);
  await call(unsubscribe, { token }, oneClick);
  expect(await call(resubscribe, { token })).toMatchObject({ is_allowed: true });
  expect(await call(readUnsubscribe, { token })).toMatchObject({ is_allowed: true });
});

test("subscribing again after the last unsubscription opens the link's channel and no other", async () => {
  const gym = await newGym();
  await call(updateOwnPreferences, { choices: [{ ...marketing, is_allowed: true }] }, own(gym));
  const token = linkOf(gym, marketing);
  await call(unsubscribe, { token }, oneClick);
  expect((await contactAt(gym, gym.member_id)).marketing_consent).toBeNull();
  await call(resubscribe, { token });
  const { choices } = await call(getOwnPreferences, {}, own(gym));
  expect(choices.filter((one) => one.category === "marketing" && one.is_allowed).map(({ channel }) => channel)).toEqual(
    ["email"],
  );
});

test("the gym's audit log shows an unsubscription as anonymous, even with a signed-in user", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  await call(unsubscribe, { token: linkOf(gym, reminder) }, { ...oneClick, token: other.people.gym_owner.token });
  const [entry] = await auditOf(gym, "unsubscribe.create");
  expect(entry).toMatchObject({
    actor_name: "Visitor",
    target_id: gym.member_id,
    before: { email_reminder: true },
    after: { email_reminder: false },
  });
  expect(await auditOf(other, "unsubscribe.create")).toEqual([]);
});

test("A10 a link that is broken, forged or of a member who is gone gets one and the same answer", async () => {
  const gym = await newGym();
  const good = linkOf(gym, marketing);
  const gone = { member_id: newId(), ...marketing };
  const tokens = [
    "x",
    good.slice(0, -1),
    `${good}x`,
    good.replace(/^./, (letter) => (letter === "A" ? "B" : "A")),
    unsubscribeToken({ organization_id: gym.organization_id, ...gone }),
    unsubscribeToken({ organization_id: newId(), ...gone }),
  ];
  const answers = await Promise.all(tokens.map((token) => refusal(readUnsubscribe, { token })));
  const posted = await Promise.all(tokens.map((token) => refusal(unsubscribe, { token }, oneClick)));
  const texts = [...answers, ...posted].map(({ status, code, detail }) => `${status} ${code} ${detail}`);
  expect([...new Set(texts)]).toEqual([
    "410 link_invalid This link is incomplete. Open it from the message again, or contact the gym.",
  ]);
});

test("A1 a link cannot be turned to another member, gym, channel or category", async () => {
  const gym = await newGym();
  const token = linkOf(gym, reminder);
  const [about = "", signature = ""] = token.split(".");
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 33 }), fc.integer({ min: 1, max: 255 }), async (position, flip) => {
      const bytes = Buffer.from(about, "base64url");
      bytes[position] = (bytes[position] ?? 0) ^ flip;
      const forged = `${bytes.toString("base64url")}.${signature}`;
      expect((await refusal(readUnsubscribe, { token: forged })).status).toBe(410);
    }),
    { numRuns: 40 },
  );
});

test("an archived member can still unsubscribe", async () => {
  const gym = await newGym();
  const member_id = await newMember(gym, {
    archived_at: "2026-02-01T10:00:00Z",
    marketing_consent_at: "2026-01-01T10:00:00Z",
  });
  const token = unsubscribeToken({ organization_id: gym.organization_id, member_id, ...marketing });
  expect(await call(unsubscribe, { token }, oneClick)).toMatchObject({ is_allowed: false });
});

test("without https the mail's header leads to the page, since one click needs https", () => {
  const { url, headers } = unsubscribeLink({ organization_id: newId(), member_id: newId(), ...marketing });
  expect(new URL(url).pathname).toMatch(/^\/unsubscribe\/[\w-]+\.[\w-]+$/);
  expect(headers).toEqual({ "List-Unsubscribe": `<${url}>` });
});
