/** The link with a token in the newest mail to an address that has one, read from the local outbox of this server. */
async function mailedLink(baseURL: string, email: string): Promise<URL> {
  const list = await page(`${baseURL}/outbox`);
  const rows = new RegExp(`href="(/outbox/[0-9a-f-]{36})"[^>]*>[^<]*</a><p>${email}</p>`, "g");
  for (const [, address] of list.matchAll(rows)) {
    const link = /href="(https?:\/\/[^"]+token=[^"]+)"/.exec(await page(`${baseURL}${address}`))?.[1];
    if (link) return new URL(link.replaceAll("&amp;", "&"));
  }
  throw new Error(`There is no mail with a link to ${email}`);
}

export async function mailedToken(baseURL: string, email: string): Promise<string> {
  return (await mailedLink(baseURL, email)).searchParams.get("token") ?? "";
}

async function page(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}
