import { expect, test } from "vitest";
import { partsOf } from "@/scripts/bench/profile/parts";

const at = (functionName: string, url: string) => ({ functionName, url, lineNumber: 0, columnNumber: 0 });

test("self time is added up by part, without idle time", () => {
  const frames = [
    at("(idle)", ""),
    at("(garbage collector)", ""),
    at("writev", ""),
    at("onread", "node:internal/stream_base_commons"),
    at("parse", "/gym/node_modules/zod/v4/core/parse.js"),
    at("query", "file:///gym/node_modules/pg/lib/client.js"),
    at("select", "../../node_modules/drizzle-orm/pg-core/db.js"),
    at("execute", "../../lib/kernel/operation.ts"),
    at("checkIn", "../../lib/domain/access/check-ins/check-in.ts"),
    at("", "../../lib/domain/members/list.ts"),
    at("jsonStringify", "file:///gym/scripts/bench/profile-preload.mjs"),
    at("RegExp: ^a", ""),
    at("dispatch", ""),
    at("append", "../../../node_modules/src/sql/sql.ts"),
  ];
  const nodes = frames.map((callFrame, index) => ({ id: index + 1, callFrame }));
  const samples = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 9, 13, 14];
  const timeDeltas = [900, 10, 5, 10, 10, 5, 5, 10, 10, 10, 5, 5, 10, 700, 5];
  const parts = partsOf({ nodes, samples, timeDeltas }, ({ url }) => url);
  expect(Object.fromEntries(parts.map(({ name, share }) => [name, Math.round(share * 100)]))).toEqual({
    "our domain": 30,
    "garbage collector": 10,
    "native code": 5,
    "HTTP and sockets of Node": 10,
    zod: 10,
    "PostgreSQL driver": 5,
    Drizzle: 10,
    "our kernel": 10,
    JSON: 5,
    "regular expressions": 5,
  });
  expect(parts[0]?.functions).toEqual([
    { name: "checkIn check-ins/check-in.ts", share: 0.2 },
    { name: "(anonymous) members/list.ts", share: 0.1 },
  ]);
});
