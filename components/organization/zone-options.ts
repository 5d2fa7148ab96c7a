import type { ComboOption } from "@/components/ui/forms/combobox";

let made: ComboOption[] | undefined;

export function zoneOptions(): ComboOption[] {
  made ??= Intl.supportedValuesOf("timeZone").map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
  return made;
}

/** "GMT+5:30": enough to notice the wrong one. */
export function zoneNote(zone: string): string {
  try {
    const parts = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "shortOffset" }).formatToParts();
    const offset = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
    return `${offset} today; a class at 18:00 stays at 18:00 when the clocks change`;
  } catch {
    return "Choose the zone of the location from the list";
  }
}
