import type { LargeGym } from "@/db/seed/large";
import type { People, Visitor } from "./people";

export type HttpRequest = {
  method: "GET" | "POST";
  path: string;
  headers: Record<string, string>;
  body: string | null;
};

/** The n-th request of a kind. */
export type Requests = (n: number) => HttpRequest;

/** Builds requests of the gym's owner. They take turns with the tokens, because each session has its own limit. */
export function requestsOf(people: People, { slug, location_ids }: LargeGym) {
  const token = (n: number) => ({ authorization: `Bearer ${people.tokens[n % people.tokens.length]}` });
  const get =
    (path: string): Requests =>
    (n) => ({ method: "GET", path, headers: token(n), body: null });
  const checkIn =
    (body: (n: number) => Record<string, string>): Requests =>
    (n) => ({
      method: "POST",
      path: "/api/v1/check-ins",
      headers: { ...token(n), "content-type": "application/json" },
      body: JSON.stringify(body(n)),
    });
  return {
    get,
    checkIn,
    /** Authentication and one row by its key: the least work of an operation. */
    emptyCall: get(`/api/v1/locations/${location_ids[0]}`),
    /** One term after the other. */
    search:
      (terms: string[], limit: number): Requests =>
      (n) =>
        get(`/api/v1/members?limit=${limit}&q=${encodeURIComponent(terms[n % terms.length] ?? "")}`)(n),
    dashboard: (): HttpRequest => ({
      method: "GET",
      path: `/manage/${slug}`,
      headers: { cookie: people.cookie },
      body: null,
    }),
    isAlive: (): HttpRequest => ({ method: "GET", path: "/api/health/live", headers: {}, body: null }),
    visitor: (n: number): Visitor => {
      const found = people.visitors[n];
      if (!found) throw new Error("The gym has too few members for this number of check-ins.");
      return found;
    },
  };
}
