import type { ComboOption } from "@/components/ui/forms/combobox";

const tags =
  "en-US en-GB en-AU en-CA en-IE en-IN en-NZ en-SG en-ZA hi-IN bn-IN ta-IN te-IN mr-IN gu-IN kn-IN ml-IN pa-IN ur-PK de-DE de-AT de-CH fr-FR fr-BE fr-CA fr-CH es-ES es-MX es-AR es-CO es-CL pt-BR pt-PT it-IT nl-NL nl-BE pl-PL cs-CZ sk-SK hu-HU ro-RO bg-BG el-GR hr-HR sl-SI sr-RS da-DK sv-SE nb-NO fi-FI et-EE lv-LV lt-LT uk-UA ru-RU tr-TR he-IL ar-AE ar-SA ar-EG fa-IR th-TH vi-VN id-ID ms-MY fil-PH ja-JP ko-KR zh-CN zh-TW zh-HK".split(
    " ",
  );

let cached: ComboOption[] | undefined;

/** Locales with their English names, such as "German (Austria)". */
export function localeOptions(): ComboOption[] {
  const names = new Intl.DisplayNames("en", { type: "language", languageDisplay: "standard" });
  cached ??= tags
    .map((value) => ({ value, label: names.of(value) ?? value, hint: value }))
    .toSorted((a, b) => (a.label < b.label ? -1 : 1));
  return cached;
}

/** The option of a locale, including locales that were set through the API and are not in the list. */
export const localeOption = (tag: string): ComboOption =>
  localeOptions().find(({ value }) => value === tag) ?? { value: tag, label: tag };
