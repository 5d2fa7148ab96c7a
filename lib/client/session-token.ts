const place = () => document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]');

/** What every page carries in its head and sends back with each write. */
export const sessionToken = (): string | undefined => place()?.content;

/** Reads the token of the session that is open by now: true where this page's was an old one. */
export async function renewSessionToken(): Promise<boolean> {
  const meta = place();
  const page = await fetch(window.location.href, { headers: { accept: "text/html" }, cache: "no-store" }).catch(
    () => null,
  );
  if (!meta || !page?.ok) return false;
  const head = new DOMParser().parseFromString(await page.text(), "text/html");
  const token = head.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content;
  if (!token || token === meta.content) return false;
  meta.content = token;
  return true;
}
