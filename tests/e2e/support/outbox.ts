/** The link in the newest mail to an address, read from the local outbox of this server. */
async function mailedLink(baseURL: string, email: string): Promise<URL> {
  const list = await page(`${baseURL}/outbox`);
  const row = new RegExp(`href="(/outbox/[0-9a-f-]{36})"[^>]*>[^<]*</a><p>${email}</p>`).exec(list);
  if (!row?.[1]) throw new Error(`There is no mail to ${email}`);
  const mail = await page(`${baseURL}${row[1]}`);
  const link = /href="(https?:\/\/[^"]+token=[^"]+)"/.exec(mail)?.[1];
  if (!link) throw new Error(`The mail to ${email} has no link`);
  return new URL(link.replaceAll("&amp;", "&"));
}

export async function mailedToken(baseURL: string, email: string): Promise<string> {
  return (await mailedLink(baseURL, email)).searchParams.get("token") ?? "";
}

async function page(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}
