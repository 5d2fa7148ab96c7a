export type StaffLocation = { id: string; name: string };

/** Such as "Brooklyn, Mission" or "All locations". */
export function staffLocationsText(ids: readonly string[], names: ReadonlyMap<string, string>): string {
  if (ids.length === 0) return "All locations";
  return ids.map((id) => names.get(id) ?? "Archived location").join(", ");
}
