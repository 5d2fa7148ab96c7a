import { describe, expect, test } from "vitest";
import { defaultText, languageTexts } from "@/lib/domain/messages/default-texts/default-text";
import { formatDate } from "@/lib/domain/messages/notifications/format-date";
import { channels } from "@/lib/values/delivery";
import { renderTemplate, unknownPlaceholders } from "@/lib/values/message-text";
import { languages, memberVariables, messageKindNames, messageKinds } from "@/lib/values/notifications";
import { smsLength } from "@/lib/values/sms-segments";

const everyText = messageKindNames.flatMap((kind) =>
  languages.flatMap((language) =>
    channels.map((channel) => [kind, language, channel, defaultText(kind, channel, language)] as const),
  ),
);

/** Values of usual length. */
const usual = {
  first_name: "Valentina",
  full_name: "Valentina Reyes",
  gym_name: "Iron Temple",
  location_name: "Fitzroy",
  member_code: "IT-1042",
  link: "https://gym.example.com/me/iron-temple",
  plan_name: "Unlimited",
  starts_on: "12 September",
  ends_on: "12 September",
  ended_on: "12 September",
  resumes_on: "12 September",
  last_day_on: "12 September",
  final_amount: "$59.00",
  last_visit_on: "12 September",
  days_left: "7",
  days_away: "16",
};

describe.each(everyText)("the default text of %s, %s, by %s", (kind, language, channel, { subject, body }) => {
  test("names only what its kind knows, and is whole", () => {
    const known = [...memberVariables, ...messageKinds[kind].variables];
    expect(unknownPlaceholders(`${subject} ${body}`, known)).toEqual([]);
    const filled = [renderTemplate(subject, usual), renderTemplate(body, usual)];
    expect(filled.flatMap(({ missing }) => missing)).toEqual([]);
    if (channel !== "push") expect(body).toContain("{{gym_name}}");
    expect(subject === "").toBe(channel === "sms" || channel === "whatsapp");
  });

  test("fits its channel", () => {
    const length = {
      subject: renderTemplate(subject, usual).text.length,
      body: renderTemplate(body, usual).text.length,
    };
    if (channel === "push")
      expect(length).toSatisfy(({ subject, body }: typeof length) => subject <= 50 && body <= 110);
    if (channel === "email") expect(length.subject).toBeLessThanOrEqual(60);
    if (channel !== "sms") return;
    const { encoding, segments } = smsLength(renderTemplate(body, usual).text);
    expect([encoding, segments]).toEqual(language === "hi" ? ["UCS-2", 2] : ["GSM-7", 1]);
  });
});

test("a mail's button and the word to a guardian are written in every language", () => {
  expect(languages.map((language) => languageTexts[language].button)).toEqual([
    "Open my page",
    "मेरा पेज खोलें",
    "Abrir mi página",
  ]);
  for (const language of languages) expect(languageTexts[language].for_guardian).toContain("{{full_name}}");
});

test.each([
  ["en", "en-GB", "12 March"],
  ["en", "en-US", "March 12"],
  ["en", "de-DE", "12 March"],
  ["hi", "en-IN", "12 मार्च"],
  ["es", "es-MX", "12 de marzo"],
] as const)("a day is written in the reader's language and as the gym's country writes it: %s at %s", (...given) => {
  const [language, locale, words] = given;
  expect(formatDate("2026-03-12", "2026-03-05", language, locale)).toBe(words);
});

test("a day of another year says its year", () => {
  expect(formatDate("2027-01-02", "2026-12-30", "en", "en-GB")).toBe("2 January 2027");
});
