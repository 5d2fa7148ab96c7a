/**
 * RFC 8058: the mail program's own "unsubscribe" button posts `List-Unsubscribe=One-Click` to this address. It asks for
 * https; over plain http only the older header stands, which opens a page.
 */
export function unsubscribeHeaders(unsubscribe_url: string): Record<string, string> {
  const { href, protocol } = new URL(unsubscribe_url);
  const list = { "List-Unsubscribe": `<${href.replace(/</g, "%3C").replace(/>/g, "%3E")}>` };
  return protocol === "https:" ? { ...list, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : list;
}
