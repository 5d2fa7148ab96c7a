import { expect, test } from "vitest";
import { previewBulk } from "@/lib/contracts/messages/notification-bulk";
import { previewTemplate } from "@/lib/contracts/messages/notification-templates";
import { languageTexts } from "@/lib/domain/messages/notifications";
import { languages } from "@/lib/values/notifications";
import { replyCommand } from "@/lib/values/reply-words";
import { smsLength } from "@/lib/values/sms-segments";
import { newGym, newMember } from "@/tests/support/gym/gym";
import { call } from "@/tests/support/http/api";
import { messagesOf, notifyMembers } from "@/tests/support/messages/messages";

test.each([
  "STOP",
  " stop. ",
  "STOP ALL",
  "stop-all",
  "StopAll",
  "“STOP”",
  "'Stop'",
  "«stop»",
  "Please STOP",
  "stop, please!",
  "STOP pls, thanks",
  "STOP 🛑",
  "🙏 stop 🙏",
  "ＳＴＯＰ",
  "s\u200btop",
  "stóp",
  "Opt-out",
  "opt out",
  "OPTOUT",
  "Unsubscribe.",
  "END",
  "quit",
  "cancel",
  "Don’t text me",
  "ALTO",
  "Baja",
  "BAJA, por favor",
  "Darme de baja",
  "no mas",
  "No más",
  "¡Basta!",
  "cancelar suscripción",
  "CANCELAR SUSCRIPCION",
  "Por favor, dame de baja. Gracias",
  "बंद",
  "बन्द करें",
  "कृपया बंद करें",
  "मैसेज बंद करो।",
  "रोकें",
  "स्टॉप",
  "हटाएँ",
  "band karo",
  "Roko!",
])("P14 %j stops", (text) => {
  expect(replyCommand(text)).toBe("stop");
});

test.each([
  "START",
  "start!",
  "Please start again",
  "un-stop",
  "Opt-in",
  "YES",
  "Sí",
  "si",
  "ALTA",
  "Darme de alta, por favor",
  "empezar",
  "शुरू",
  "कृपया शुरू करें",
  "चालू करो",
  "हाँ",
  "हां",
  "shuru karo",
])("P14 %j starts", (text) => {
  expect(replyCommand(text)).toBe("start");
});

test.each([
  "",
  "🛑",
  "please",
  "Please stop by at six",
  "I can't stop telling everybody",
  "Can I cancel my class on Monday?",
  "para mañana",
  "alta calidad",
  "no",
  "मेरी क्लास कब शुरू होगी?",
  "बंद कब है?",
  "yesterday",
  "endless",
  `stop ${"please ".repeat(20)}`,
])("P14 %j orders nothing", (text) => {
  expect(replyCommand(text)).toBe("other");
});

test("P14 what the foot of advertising asks for is understood as a stop, in every language", () => {
  for (const language of languages) {
    const { text, word } = languageTexts[language].sms_stop;
    expect([language, text.includes(word), replyCommand(word)]).toEqual([language, true, "stop"]);
  }
});

const consent = { marketing_consent_at: "2025-01-01T00:00:00Z", marketing_consent_source: "member" as const };
const foots = {
  en: "\nReply STOP to opt out.",
  es: "\nResponde BAJA para no recibir ofertas.",
  hi: "\nबंद करने के लिए STOP भेजें।",
};

test.each(languages)(
  "P14 advertising by SMS says in %s how to stop it, a reminder and a mail do not",
  async (language) => {
    const gym = await newGym();
    const by = { phone: "+4915112345678", language, ...consent };
    const sms = await newMember(gym, { first_name: "Ana", ...by });
    const mail = await newMember(gym, { first_name: "Ben", email: "ben@example.com", ...by, phone: null });
    const variables = {};
    await notifyMembers(
      gym,
      "birthday",
      [sms, mail].map((member_id) => ({ member_id, event_key: "birthday:2026", variables })),
    );
    const terms = { plan_name: "Quarter", ends_on: "2026-03-12", days_left: 7 };
    await notifyMembers(gym, "membership_expiring", [
      { member_id: sms, event_key: "membership_expiring:1", variables: terms },
    ]);
    const sent = (await messagesOf(gym)).map(({ kind, channel, body }) => [
      kind,
      channel,
      body.endsWith(foots[language]),
    ]);
    expect(sent).toEqual([
      ["birthday", "sms", true],
      ["birthday", "email", false],
      ["membership_expiring", "sms", false],
    ]);
    expect(smsLength(foots[language]).encoding).toBe(language === "hi" ? "UCS-2" : "GSM-7");
  },
);

test("P14 the foot counts in the segments of the previews, and is not said twice", async () => {
  const gym = await newGym();
  await newMember(gym, { first_name: "Ana", phone: "+4915112345678", ...consent });
  const owner = { token: gym.people.gym_owner.token };
  const body = "x".repeat(150);
  const words = { filters: {}, channel: "sms" as const, category: "marketing" as const };
  const { sample } = await call(previewBulk, { ...words, body }, owner);
  expect([sample?.body, sample?.segments]).toEqual([`${body}${foots.en}`, 2]);
  const one = { channel: "sms" as const, body };
  expect((await call(previewTemplate, { ...one, category: "marketing" }, owner)).segments).toBe(2);
  expect((await call(previewTemplate, { ...one, category: "reminder" }, owner)).segments).toBe(1);
  const own = "New classes. To leave, answer STOP";
  expect((await call(previewBulk, { ...words, body: own }, owner)).sample?.body).toBe(own);
  const unmeant = "Non-STOP fun, and no way to stop";
  expect((await call(previewBulk, { ...words, body: unmeant }, owner)).sample?.body).toBe(`${unmeant}${foots.en}`);
});
