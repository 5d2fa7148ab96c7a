import { deskCookie } from "./desk-cookie";

const years = 2 * 365 * 24 * 60 * 60;

/** A device stands at one door: it is asked once, and the server then opens the right desk at once. */
export function rememberLocation(organization: string, location_id: string): void {
  const secure = location.protocol === "https:" ? "; secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere, and needs https
  document.cookie = `${deskCookie(organization)}=${location_id}; path=/desk; max-age=${years}; samesite=lax${secure}`;
  location.assign(`/desk/${organization}`);
}
