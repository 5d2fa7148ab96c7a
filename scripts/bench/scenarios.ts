import type { People, Visitor } from "./people";

export type HttpRequest = {
  method: "GET" | "POST";
  path: string;
  headers: Record<string, string>;
  body: string | null;
};

export type Scenario = {
  name: string;
  connections: number;
  requests: number;
  /** The n-th request. */
  request: (n: number) => HttpRequest;
  /** The number of different requests to record; null for requests that write. */
  kinds: number | null;
  /** For requests that write: the member of the n-th request. */
  visitor: ((n: number) => Visitor) | null;
  status: number;
};

type Setting = { people: People; slug: string; deep_cursor: string; connections: number; requests: number };

export function scenariosOf({ people, slug, deep_cursor, connections, requests }: Setting): Scenario[] {
  const token = (n: number) => ({ authorization: `Bearer ${people.tokens[n % people.tokens.length]}` });
  const get =
    (path: string) =>
    (n: number): HttpRequest => ({ method: "GET", path, headers: token(n), body: null });
  const read = { connections, requests, kinds: 1, visitor: null, status: 200 };
  const typed = asTyped(people.names);
  // No member is checked in twice: even ones by id, odd ones by member code.
  const byId = (n: number) => visitor(2 * n);
  const byNumber = (n: number) => visitor(2 * n + 1);
  const visitor = (n: number) => {
    const found = people.visitors[n];
    if (!found) throw new Error("The gym has too few members for this number of check-ins.");
    return found;
  };
  return [
    {
      ...read,
      name: "empty handler",
      request: () => ({ method: "GET", path: "/api/health/live", headers: {}, body: null }),
    },
    {
      ...read,
      name: "check-in",
      kinds: null,
      visitor: byId,
      status: 201,
      request: (n) => ({
        method: "POST",
        path: "/api/v1/check-ins",
        headers: { ...token(n), "content-type": "application/json" },
        body: JSON.stringify({ member_id: byId(n).member_id, method: "manual" }),
      }),
    },
    {
      ...read,
      name: "check-in by number",
      kinds: null,
      visitor: byNumber,
      status: 201,
      request: (n) => ({
        method: "POST",
        path: "/api/v1/check-ins",
        headers: { ...token(n), "content-type": "application/json" },
        body: JSON.stringify({ code: byNumber(n).member_code }),
      }),
    },
    {
      ...read,
      name: "member search",
      kinds: typed.length,
      request: (n) => get(`/api/v1/members?limit=8&q=${encodeURIComponent(typed[n % typed.length] ?? "")}`)(n),
    },
    { ...read, name: "member list", request: get("/api/v1/members?limit=50") },
    {
      ...read,
      name: "member list, deep",
      request: get(`/api/v1/members?limit=50&cursor=${encodeURIComponent(deep_cursor)}`),
    },
    { ...read, name: "occupancy", request: get("/api/v1/occupancy") },
    {
      ...read,
      name: "dashboard page",
      connections: 1,
      requests: Math.ceil(requests / 4),
      request: () => ({ method: "GET", path: `/manage/${slug}`, headers: { cookie: people.cookie }, body: null }),
    },
  ];
}

/** Search-as-you-type queries: the three most common surnames, a medium one, a rare one, each with all prefixes, and full names. */
function asTyped(names: People["names"]): string[] {
  const fold = (text: string) => text.toLowerCase();
  const chosen = [0, 1, 2, Math.floor(names.length / 2), names.length - 1].map((index) => names[index]);
  return chosen.flatMap((name) => {
    if (!name) return [];
    const last = fold(name.last_name);
    const prefixes = Array.from({ length: Math.max(0, last.length - 1) }, (_, index) => last.slice(0, index + 2));
    return [...prefixes, `${fold(name.first_name)} ${last}`];
  });
}
