import { describe, expect, test } from "vitest";
import { messageWords } from "@/lib/domain/dunning/message-words";
import { billingWords } from "@/lib/domain/messages/default-texts/billing-words";
import { defaultText, languageTexts } from "@/lib/domain/messages/default-texts/default-text";
import { formatDate } from "@/lib/domain/messages/notifications/format-date";
import { channels } from "@/lib/values/delivery";
import { renderTemplate, unknownPlaceholders } from "@/lib/values/message-text";
import { type Language, languages, memberVariables, messageKindNames, messageKinds } from "@/lib/values/notifications";
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
  from_on: "12 September",
  received_on: "12 September",
  refunded_on: "12 September",
  effective_on: "12 September",
  first_bill_on: "12 September",
  until: "12 September",
  next_bill: "12 September",
  invoice_number: "INV-00042",
  credit_note_number: "CN-00042",
  receipt_number: "RC-4F2A91C0",
  amount: "$59.00",
  price: "$59.00",
  old_price: "$55.00",
  new_price: "$59.00",
  method: "UPI",
  pay_link: `https://gym.example.com/pay/${"x".repeat(22)}.${"x".repeat(43)}`,
  valid_until_on: "12 September",
  card: "Mastercard 4242",
  expires_on: "30 September",
  card_link: "https://gym.example.com/pay/method/AZj0omwefVKd",
};

/** Variables whose text is a sentence of the language. */
const sentencesOf = (language: Language) => {
  const words = billingWords[language];
  return {
    interval: words.every({ interval_unit: "month", interval_count: 1 }),
    what_to_do: words.pay_by("$59.00", "12 September"),
    what_happens: words.becomes_credit("$59.00"),
    what_next: messageWords[language].next_try("12 September", "02:00"),
    summary: words.some_overdue("$118.00", "$59.00"),
    invoices: words.owed("INV-00042", "$59.00", "12 September", true),
    how_to_pay: words.pay_at_desk,
  };
};

describe.each(everyText)("the default text of %s, %s, by %s", (kind, language, channel, { subject, body }) => {
  const values = { ...usual, ...sentencesOf(language) };

  test("names only what its kind knows, and is whole", () => {
    const known = [...memberVariables, ...messageKinds[kind].variables];
    expect(unknownPlaceholders(`${subject} ${body}`, known)).toEqual([]);
    const filled = [renderTemplate(subject, values), renderTemplate(body, values)];
    expect(filled.flatMap(({ missing }) => missing)).toEqual([]);
    if (channel !== "push") expect(body).toContain("{{gym_name}}");
    expect(subject === "").toBe(channel === "sms" || channel === "whatsapp");
  });

  test("fits its channel", () => {
    const length = {
      subject: renderTemplate(subject, values).text.length,
      body: renderTemplate(body, values).text.length,
    };
    if (channel === "push")
      expect(length).toSatisfy(({ subject, body }: typeof length) => subject <= 50 && body <= 110);
    if (channel === "email") expect(length.subject).toBeLessThanOrEqual(60);
    if (channel !== "sms") return;
    const { encoding, segments } = smsLength(renderTemplate(body, values).text);
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
