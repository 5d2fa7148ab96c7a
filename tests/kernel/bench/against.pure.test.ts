import { expect, test } from "vitest";
import { goalsOf } from "@/scripts/bench/against/goals";
import { loopbackPort } from "@/scripts/bench/against/options";
import { socketsIn } from "@/scripts/bench/against/sockets";
import { figuresOf, medianFigures } from "@/scripts/bench/figures";

const figures = (per_second: number, node_cpu_ms: number, postgres_cpu_ms: number) => ({
  ...{ per_second, node_cpu_ms, postgres_cpu_ms },
  ...{ p50_ms: 1, p99_ms: 2 },
});

test("the other server must be on this machine", () => {
  expect(loopbackPort("http://127.0.0.1:5101")).toBe(5101);
  expect(loopbackPort("http://localhost:5101/")).toBe(5101);
});

test.each([
  "http://10.0.0.1:5101",
  "http://192.168.1.4",
  "https://127.0.0.1:5101",
  "http://127.0.0.1.example.com:5101",
  "http://127.0.0.1@example.com:5101",
  "http://example.com",
])("%s is refused", (url) => {
  expect(() => loopbackPort(url)).toThrow("the load must stay on this machine");
});

test("goals compare the medians of one pair at the connections of the goal", () => {
  const ours = figures(570, 2, 1);
  const compared = [
    { name: "check-in", connections: 1, ours, rival: figures(1, 1, 1) },
    { name: "check-in", connections: 32, ours, rival: figures(190, 8, 2) },
    { name: "member list", connections: 32, ours: figures(240, 2, 1), rival: figures(120, 5, 1) },
    { name: "empty authenticated call", connections: 32, ours: figures(1_000, 0.4, 0.2), rival: null },
  ];
  const goals = goalsOf(compared, { ready_ms: 1_400, memory_mb: 230 });
  expect(goals.map(({ name, value, limit, is_met }) => [name, value, limit, is_met])).toEqual([
    ["check-in, 32 connections: CPU per request", "0.30x", "at most 0.33x", true],
    ["check-in, 32 connections: requests per second", "3.00x", "at least 3x", true],
    ["member list, 32 connections: CPU per request", "0.50x", "at most 0.4x", false],
    ["member list, 32 connections: requests per second", "2.00x", "at least 2.5x", false],
    ["empty authenticated call: CPU", "0.60 ms", "at most 0.5 ms", false],
    ["idle memory of a process", "230 MB", "at most 200 MB", false],
    ["start to ready", "1400 ms", "at most 2000 ms", true],
  ]);
});

test("the median of an even number of runs is the mean of the middle two", () => {
  const runs = [figures(10, 3, 1), figures(40, 1, 1), figures(20, 2, 1), figures(30, 4, 1)];
  expect(medianFigures(runs)).toEqual({ per_second: 25, p50_ms: 1, p99_ms: 2, node_cpu_ms: 2.5, postgres_cpu_ms: 1 });
  expect(medianFigures(runs.slice(0, 3)).per_second).toBe(20);
});

test("figures are per request", () => {
  expect(figuresOf([4, 1, 3, 2], 2_000, { node: 8, postgres: 2 })).toEqual({
    per_second: 2,
    p50_ms: 3,
    p99_ms: 4,
    node_cpu_ms: 2,
    postgres_cpu_ms: 0.5,
  });
});

test("listening sockets and connections are read from /proc/net/tcp", () => {
  const text = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:13ED 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 78123 1 0000000000000000 100 0 0 10 0
   1: 0100007F:D431 0100007F:DA7C 01 00000000:00000000 02:00000A3C 00000000     0        0 78200 2 0000000000000000 20 4 30 10 -1
`;
  expect(socketsIn(text)).toEqual([
    { local_port: 5101, remote_port: 0, is_listening: true, inode: "78123" },
    { local_port: 54321, remote_port: 55932, is_listening: false, inode: "78200" },
  ]);
});
