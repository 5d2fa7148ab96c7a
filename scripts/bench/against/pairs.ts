import { existsSync, readFileSync } from "node:fs";
import type { LargeGym } from "@/db/seed/large";
import type { People } from "@/scripts/bench/people";
import { type Requests, requestsOf } from "@/scripts/bench/requests";
import type { AgainstOptions } from "./options";

type Kind = { request: Requests; status: number };

/** The same request to both servers. Without a rival, only the own cost counts. */
export type Pair = { name: string; connections: number[]; ours: Kind; rival: Kind | null; is_write: boolean };

type Setting = { people: People; gym: LargeGym; connections: number[] };

const SEARCH_LIMIT = 50;
const PAGE_CONNECTIONS = 8;

/** What the rival's own load searches: surnames, a first name, a part of a member code, of a phone number and of an address. */
const rivalTerms = ["garciaman", "smith", "priya", "FF0777", "5551", "olga.clark", "hernandez"];

export function pairsOf({ people, gym, connections }: Setting, options: AgainstOptions): Pair[] {
  const { get, emptyCall, checkIn, search, dashboard, visitor } = requestsOf(people, gym);
  const rival = rivalRequests(options);
  const read = { connections, is_write: false };
  return [
    {
      ...read,
      name: "check-in",
      is_write: true,
      ours: { status: 201, request: checkIn((n) => ({ member_id: visitor(n).member_id, method: "manual" })) },
      rival: { status: 201, request: rival.checkIn },
    },
    {
      ...read,
      name: "member list",
      ours: { status: 200, request: get("/api/v1/members?limit=50") },
      rival: { status: 200, request: rival.get("/members?limit=50") },
    },
    {
      ...read,
      name: "member search",
      ours: { status: 200, request: search(ourTerms(people), SEARCH_LIMIT) },
      rival: { status: 200, request: (n) => rival.get(searchPath(n))(n) },
    },
    {
      ...read,
      name: "dashboard",
      connections: connections.map((count) => Math.min(count, PAGE_CONNECTIONS)),
      ours: { status: 200, request: dashboard },
      rival: { status: 200, request: rival.get("/dashboard") },
    },
    {
      ...read,
      name: "empty authenticated call",
      ours: { status: 200, request: emptyCall },
      rival: null,
    },
  ];
}

/** A cheap request to the rival. */
export const firstOf = (options: AgainstOptions): Kind => ({
  status: 200,
  request: rivalRequests(options).get("/members?limit=1"),
});

const searchPath = (n: number): string => `/members?limit=${SEARCH_LIMIT}&search=${rivalTerms[n % rivalTerms.length]}`;

/** The same kinds of terms in the own gym. */
function ourTerms({ names }: People): string[] {
  const surname = (at: number) => (names.at(at)?.last_name ?? "").toLowerCase();
  const first_name = (names[1]?.first_name ?? "").toLowerCase();
  return [surname(-1), surname(0), first_name, "GY-777", "5550142", "member777", surname(2)];
}

function rivalRequests({ token, members_file }: AgainstOptions): {
  get: (path: string) => Requests;
  checkIn: Requests;
} {
  const headers = { authorization: `Bearer ${token}` };
  const members = existsSync(members_file) ? readFileSync(members_file, "utf8").trim().split("\n") : [];
  return {
    get: (path) => () => ({ method: "GET", path, headers, body: null }),
    checkIn: (n) => {
      const [member_id, location_id] = (members[n % members.length] ?? "").split(" ");
      if (!location_id) throw new Error(`${members_file} lists no member to check in.`);
      const body = JSON.stringify({ member_id, location_id, method: "qr" });
      return { method: "POST", path: "/check-ins", headers: { ...headers, "content-type": "application/json" }, body };
    },
  };
}
