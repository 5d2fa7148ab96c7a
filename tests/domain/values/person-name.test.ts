import { expect, test } from "vitest";
import { fullName, initials, toSearchText } from "@/lib/values/person-name";
import { needsPublicData, publicJson } from "@/tests/support/environment/public-data";

const { skip, note } = needsPublicData("torture/names/names_by_locale.json");
type Names = { locale: string; first: string[]; last: string[] };
const locales: Names[] = skip ? [] : publicJson("torture/names/names_by_locale.json");

const finds = (query: string, name: string): boolean => toSearchText([name]).includes(toSearchText([query]));

test.each([
  ["Rahel Tesfaye", "RT"],
  ["Mei-Ling Chow", "MC"],
  ["Anna de Bruyn", "AB"],
  ["Thảo Đặng", "TĐ"],
  ["Ólafur", "Ó"],
  ["  jean   paul  sartre ", "JS"],
  ["(Bob) O’Neil", "BO"],
  ["Ştefan Żak", "ŞŻ"],
  ["Ştefan Żak".normalize("NFD"), "ŞŻ"],
  ["Александр Пушкин", "АП"],
  ["राहुल शर्मा", "रा"],
  ["王伟", "王"],
  ["山田 太郎", "山"],
  ["김민수", "김"],
  ["محمد علي", "م"],
  ["👩‍🚀 Zoë", "Z"],
  ["ßigrid", "ß"],
  ["3 Doors", "3"],
  ["", ""],
  ["…", ""],
])("the initials of %s are %s", (name, expected) => {
  expect(initials(name)).toBe(expected);
});

test.each([
  ["Rahel", "Tesfaye", "Rahel Tesfaye"],
  [" Rahel ", null, "Rahel"],
  ["Madonna", "", "Madonna"],
  ["伟", "王", "王伟"],
  ["민수", "김", "김민수"],
  ["Wei", "Zhang", "Wei Zhang"],
  ["伟", "Zhang", "伟 Zhang"],
  ["राहुल", "शर्मा", "राहुल शर्मा"],
])("%s and %s make %s", (first, last, expected) => {
  expect(fullName(first, last)).toBe(expected);
});

test.each([
  ["munoz", "Muñoz"],
  ["MUÑOZ", "Munoz"],
  ["dang", "Đặng"],
  ["thao dang", "Thảo Đặng"],
  ["lukasz", "Łukasz"],
  ["soren", "Søren"],
  ["strasse", "Straße"],
  ["aegir", "Ægir"],
  ["oeuvre", "Œuvre"],
  ["istanbul", "İSTANBUL"],
  ["ilgin", "Ilgın"],
  ["thor", "Þór"],
  ["oneil", "O’Neil"],
  ["o'neil", "ONeil"],
  ["mei ling", "Mei-Ling"],
  ["mei‑ling", "Mei Ling"],
  ["георгий", "Георгии"],
  ["алена", "Алёна"],
  ["σοφος", "ΣΟΦΌΣ"],
  ["σοφος", "Σοφός"],
  ["fi", "ﬁ"],
  ["ｙａｍａｄａ", "Yamada"],
  ["ヤマダ", "ﾔﾏﾀﾞ"],
  ["राहुल", "राहुल शर्मा"],
  ["王", "王伟"],
  ["김민", "김민수"],
  ["김민".normalize("NFD"), "김민수"],
  ["สมชาย", "สมชาย ใจดี"],
  ["محمد", "محمد علي"],
  ["علیرضا", "علی‌رضا"],
])("%s finds %s", (query, name) => {
  expect(finds(query, name)).toBe(true);
});

test.each([
  ["राहल", "राहुल"],
  ["कमल", "कोमल"],
  ["มา", "ไม่"],
  ["か", "が"],
  ["عَلم", "عِلم"],
])("a vowel sign is significant: %s does not find %s", (query, name) => {
  expect(finds(query, name)).toBe(false);
});

test("missing parts leave no spaces", () => {
  expect(toSearchText(["  Rahel ", null, undefined, "", "Tesfaye", "R.T@Example.com"])).toBe(
    "rahel tesfaye r.t@example.com",
  );
});

test.skipIf(skip)(`names of 65 locales are found by themselves in any case and composition ${note}`, () => {
  for (const { locale, first, last } of locales)
    for (const name of [...first, ...last]) {
      const stored = toSearchText([name]);
      expect(stored, `${locale} ${name}`).not.toBe("");
      for (const typed of [name, name.toLowerCase(), name.normalize("NFD"), name.normalize("NFC"), stored])
        expect(stored.includes(toSearchText([typed])), `${locale} ${name} by ${typed}`).toBe(true);
    }
});

test.skipIf(skip)(`names of 65 locales have initials of whole letters ${note}`, () => {
  const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  for (const { locale, first, last } of locales)
    for (const [index, name] of first.entries()) {
      const full = fullName(name, last[index % Math.max(1, last.length)]);
      const count = [...segmenter.segment(initials(full))].length;
      expect(count === 1 || count === 2, `${locale} ${full}: ${initials(full)}`).toBe(true);
    }
});

test.skipIf(skip)(`names written with Latin letters are found from a plain keyboard ${note}`, () => {
  const latin = locales
    .flatMap(({ first, last }) => [...first, ...last])
    .filter((name) => /^[\p{Script=Latin}\p{M}\s'’.-]+$/u.test(name));
  const not_plain = latin.filter((name) => !/^[a-z .]+$/.test(toSearchText([name])));
  expect(latin.length).toBeGreaterThan(3000);
  expect(not_plain).toEqual([]);
});
