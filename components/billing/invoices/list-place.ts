/** The list from which an invoice was opened; kept for the browser tab. */
const key = (base: string) => `fitflow.invoices.${base}`;

export function rememberList(base: string, ids: readonly string[]): void {
  try {
    sessionStorage.setItem(key(base), ids.join(" "));
  } catch {
    // Without storage the invoice has no next one.
  }
}

export function rememberedList(base: string): readonly string[] {
  try {
    return sessionStorage.getItem(key(base))?.split(" ") ?? [];
  } catch {
    return [];
  }
}
