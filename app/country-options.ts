const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));

/** Codes that Intl names and that are no country with addresses and taxes of its own. */
const others = new Set(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"]);

/** The countries by their ISO code, sorted by their English names. */
export function countryOptions(): { value: string; label: string }[] {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  return letters
    .flatMap((first) => letters.map((second) => `${first}${second}`))
    .flatMap((value) => {
      const label = others.has(value) ? undefined : names.of(value);
      return label ? [{ value, label }] : [];
    })
    .toSorted((a, b) => a.label.localeCompare(b.label, "en"));
}
