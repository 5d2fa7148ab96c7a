import { type LegalProfileCode, type LegalRules, rulesWithoutLaw } from "./legal-rules";

/** A starting point that an owner confirms on a page. Nothing of it applies by itself. `docs/legal-profiles.md` has the sources. */
export type LegalProfile = { code: LegalProfileCode; name: string; sources: readonly string[]; rules: LegalRules };

const fourteenDays = { days: 14, counted: "calendar", from: "sale", applies_to: "sold_online" } as const;

export const legalProfiles: Record<LegalProfileCode, LegalProfile> = {
  california: {
    code: "california",
    name: "California",
    sources: [
      "Civil Code § 1812.85: cancellation within five business days",
      "Civil Code § 1812.89: death, disability, moving more than 25 miles",
      "Business & Professions Code § 17602(d): online cancellation of what was accepted online",
    ],
    rules: {
      ...rulesWithoutLaw,
      cooling_off: {
        ...{ days: 5, counted: "business", from: "sale", applies_to: "everyone", moves_off_weekends: false },
      },
      online_cancellation: "sold_online",
      needs_proof: true,
    },
  },
  us: {
    code: "us",
    name: "United States, other states",
    sources: ["State laws differ. Many give three business days for health club contracts. Ask a lawyer"],
    rules: {
      ...rulesWithoutLaw,
      cooling_off: {
        ...{ days: 3, counted: "business", from: "sale", applies_to: "everyone", moves_off_weekends: false },
      },
      online_cancellation: "sold_online",
      needs_proof: true,
    },
  },
  germany: {
    code: "germany",
    name: "Germany",
    sources: [
      "BGB §§ 312g, 355: withdrawal from distance contracts within 14 days",
      "BGB § 193: a period does not end on a weekend",
      "BGB § 309 Nr. 9: notice of at most one month",
      "BGB § 312k: cancellation button",
    ],
    rules: {
      ...rulesWithoutLaw,
      cooling_off: { ...fourteenDays, moves_off_weekends: true },
      // A month has at least 28 days, so this is never more than a month.
      max_notice_days: 28,
      online_cancellation: "sold_online",
    },
  },
  eu: {
    code: "eu",
    name: "European Union, other countries",
    sources: ["Directive 2011/83/EU, Articles 9 and 11: withdrawal from distance contracts within 14 days"],
    rules: {
      ...rulesWithoutLaw,
      cooling_off: { ...fourteenDays, moves_off_weekends: true },
      online_cancellation: "sold_online",
    },
  },
  uk: {
    code: "uk",
    name: "United Kingdom",
    sources: [
      "Consumer Contracts Regulations 2013, regulations 29 and 30: cancellation of distance contracts within 14 days",
    ],
    rules: {
      ...rulesWithoutLaw,
      cooling_off: { ...fourteenDays, moves_off_weekends: false },
      online_cancellation: "sold_online",
    },
  },
  india: {
    code: "india",
    name: "India",
    sources: ["No cooling-off period for memberships of gyms. Consumer Protection Act 2019: fair terms"],
    rules: rulesWithoutLaw,
  },
  none: {
    code: "none",
    name: "No profile",
    sources: ["Own terms only"],
    rules: rulesWithoutLaw,
  },
};

const european: ReadonlySet<string> = new Set(
  "AT BE BG CY CZ DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "),
);

/** The profile that is suggested for a country. */
export function profileOfCountry(country: string): LegalProfile {
  if (country === "US") return legalProfiles.us;
  if (country === "DE") return legalProfiles.germany;
  if (country === "GB") return legalProfiles.uk;
  if (country === "IN") return legalProfiles.india;
  return european.has(country) ? legalProfiles.eu : legalProfiles.none;
}
