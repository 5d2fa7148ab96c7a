import { deskCookie } from "./desk-cookie";

const twoYearsInSeconds = 2 * 365 * 24 * 60 * 60;

/** Stores the location in a cookie, so that the server renders the right desk on the first request. */
export function rememberLocation(organization: string, location_id: string): void {
  const secure = location.protocol === "https:" ? "; secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API needs https and is missing in some browsers
  document.cookie = `${deskCookie(organization)}=${location_id}; path=/desk; max-age=${twoYearsInSeconds}; samesite=lax${secure}`;
  location.assign(`/desk/${organization}`);
}
