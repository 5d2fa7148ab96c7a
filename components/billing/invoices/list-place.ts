/** Where an invoice stands in the list from which it was opened; kept for the browser tab. */
type ListPlace = { listHref: string; ids: readonly string[] };

const key = (base: string) => `fitflow.invoices.${base}`;

export function rememberList(base: string, place: ListPlace): void {
  try {
    sessionStorage.setItem(key(base), JSON.stringify(place));
  } catch {
    // Without storage the invoice has no next one.
  }
}

export function rememberedList(base: string): ListPlace | null {
  try {
    return JSON.parse(sessionStorage.getItem(key(base)) ?? "null") as ListPlace | null;
  } catch {
    return null;
  }
}
