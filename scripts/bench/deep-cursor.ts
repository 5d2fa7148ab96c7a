const PAGE = 200;
const DEEP_PAGES = 100;

type Page = { next_cursor: string | null };

/** The cursor of a page deep in the member list, reached by pagination. */
export async function deepCursor(port: number, token: string, members: number): Promise<string> {
  let cursor = "";
  for (let page = 0; page < Math.min(DEEP_PAGES, members / PAGE / 2); page++) {
    const query = new URLSearchParams({ limit: String(PAGE), ...(cursor && { cursor }) });
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/members?${query}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!response.ok) throw new Error(`The list of members answered ${response.status}: ${await response.text()}`);
    cursor = ((await response.json()) as Page).next_cursor ?? cursor;
  }
  return cursor;
}
