import type { LargeGym } from "@/db/seed/large";
import type { People, Visitor } from "./people";
import { type Requests, requestsOf } from "./requests";

export type Scenario = {
  name: string;
  /** Each is measured; budgets apply to the last one. */
  connections: number[];
  /** Per measurement. */
  requests: number;
  request: Requests;
  /** The number of different requests to record; null for requests that write. */
  kinds: number | null;
  /** For requests that write: the member of the n-th request. */
  visitor: ((n: number) => Visitor) | null;
  status: number;
};

type Setting = { people: People; gym: LargeGym; deep_cursor: string; connections: number[]; requests: number };

/** The forecast of a location with more than 10,000 memberships costs a thousand times more than a call. */
const FORECASTS = 1 / 500;

/** A page costs a hundred times more than a call, so fewer show its cost. */
const PAGES = 1 / 10;
const PAGE_CONNECTIONS = 8;

export const EMPTY = "empty handler";

export function scenariosOf({ people, gym, deep_cursor, connections, requests }: Setting): Scenario[] {
  const { get, emptyCall, checkIn, search, dashboard, isAlive, visitor } = requestsOf(people, gym);
  const read = { connections, requests, kinds: 1, visitor: null, status: 200 };
  const write = { ...read, kinds: null, status: 201 };
  const typed = asTyped(people.names);
  // No member is checked in twice: even ones by id, odd ones by member code.
  const byId = (n: number) => visitor(2 * n);
  const byNumber = (n: number) => visitor(2 * n + 1);
  return [
    { ...read, name: EMPTY, request: isAlive },
    { ...read, name: "empty authenticated call", request: emptyCall },
    {
      ...write,
      name: "check-in",
      visitor: byId,
      request: checkIn((n) => ({ member_id: byId(n).member_id, method: "manual" })),
    },
    {
      ...write,
      name: "check-in by number",
      visitor: byNumber,
      request: checkIn((n) => ({ code: byNumber(n).member_code })),
    },
    { ...read, name: "member search", kinds: typed.length, request: search(typed, 8) },
    { ...read, name: "member list", request: get("/api/v1/members?limit=50") },
    {
      ...read,
      name: "member list, deep",
      request: get(`/api/v1/members?limit=50&cursor=${encodeURIComponent(deep_cursor)}`),
    },
    { ...read, name: "occupancy", request: get("/api/v1/occupancy") },
    {
      ...read,
      name: "forecast of 12 months",
      connections: [1],
      requests: Math.ceil(requests * FORECASTS),
      request: get(`/api/v1/billing/forecast?months=12&location_id=${gym.location_ids[0]}`),
    },
    {
      ...read,
      name: "dashboard page",
      connections: connections.map((count) => Math.min(count, PAGE_CONNECTIONS)),
      requests: Math.ceil(requests * PAGES),
      request: dashboard,
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
