export type WorkPlace = { id: string; name: string };

/** "Brooklyn, Mission" or "Every location". */
export function workplaceWords(ids: readonly string[], names: ReadonlyMap<string, string>): string {
  if (ids.length === 0) return "Every location";
  return ids.map((id) => names.get(id) ?? "A closed location").join(", ");
}
