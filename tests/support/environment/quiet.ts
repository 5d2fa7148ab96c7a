import { Socket } from "node:net";
import { afterAll, afterEach, beforeEach, expect } from "vitest";
import { personalIn, takeLines } from "./log-canaries";

const noise: string[] = [];
const show = (parts: unknown[]) =>
  parts.map((part) => (part instanceof Error ? (part.stack ?? part.message) : String(part))).join(" ");

console.error = (...parts: unknown[]) => {
  noise.push(`console.error: ${show(parts)}`);
};

const onRejection = (reason: unknown) => {
  noise.push(`unhandled rejection: ${show([reason])}`);
};
process.on("unhandledRejection", onRejection);

beforeEach(() => {
  noise.length = 0;
});

afterEach(() => {
  expect(noise, "A test may not leave errors behind on the console").toEqual([]);
  expect(personalIn(takeLines()), "The log holds no personal data").toEqual([]);
});

const LOOPBACK = /^(127\.|::1$|::ffff:127\.|localhost$)/;
const connect = Socket.prototype.connect;

// Nothing outside of this machine is ever called by a test: a vendor is a server of the test's own.
Socket.prototype.connect = function (this: Socket, ...parameters: unknown[]): Socket {
  const host = hostOf(parameters);
  if (host && !LOOPBACK.test(host))
    throw new Error(`The network is closed in tests; something tried to reach ${host}.`);
  return Reflect.apply(connect, this, parameters) as Socket;
} as typeof connect;

// The next file of this process watches for itself.
afterAll(() => {
  process.off("unhandledRejection", onRejection);
  Socket.prototype.connect = connect;
});

function hostOf(parameters: unknown[]): string | undefined {
  const [first, second] = Array.isArray(parameters[0]) ? parameters[0] : parameters;
  if (first && typeof first === "object")
    return "host" in first && typeof first.host === "string" ? first.host : undefined;
  return typeof second === "string" ? second : undefined;
}
