const metaElement = () => document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]');

/** The CSRF token from the page's head. Sent with every write. */
export const sessionToken = (): string | undefined => metaElement()?.content;

/** Reloads the CSRF token. True if it has changed. */
export async function renewSessionToken(): Promise<boolean> {
  const meta = metaElement();
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
