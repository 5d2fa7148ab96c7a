import type { ComboOption } from "@/components/ui/forms/combobox";

let cached: ComboOption[] | undefined;

export function zoneOptions(): ComboOption[] {
  cached ??= Intl.supportedValuesOf("timeZone").map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
  return cached;
}

/** A hint with the current offset, such as "GMT+5:30". */
export function zoneNote(zone: string): string {
  try {
    const parts = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "shortOffset" }).formatToParts();
    const offset = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
    return `Currently ${offset}. Daylight saving time is applied automatically`;
  } catch {
    return "Choose a time zone from the list";
  }
}
