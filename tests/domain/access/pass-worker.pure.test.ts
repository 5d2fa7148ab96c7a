import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { expect, test } from "vitest";

type Answer = { ok: boolean; status: number; type: string; redirected: boolean; body: string; clone(): Answer };
type Listener = (event: object) => void;

const answer = (body: string, fields: Partial<Answer> = {}): Answer => {
  const made = { ok: true, status: 200, type: "basic", redirected: false, body, ...fields };
  return { ...made, clone: () => answer(body, fields) };
};
const toSignIn = answer("", { ok: false, status: 0, type: "opaqueredirect" });

const origin = "https://gym.example";
const withoutQuery = (url: string) => url.replace(/\?.*/, "");

/** The worker in a browser of the test's own, with its caches and a network that the test sets. */
function startWorker() {
  const stored = new Map<string, Map<string, Answer>>();
  const network: { answer: () => Promise<Answer> } = { answer: () => Promise.reject(new TypeError("no network")) };
  const listeners = new Map<string, Listener>();
  const timers: (() => void)[] = [];
  const caches = {
    keys: async () => [...stored.keys()],
    delete: async (name: string) => stored.delete(name),
    open: async (name: string) => {
      const entries = stored.get(name) ?? new Map<string, Answer>();
      stored.set(name, entries);
      return {
        put: async ({ url }: Request, value: Answer) => void entries.set(withoutQuery(url), value),
        match: async ({ url }: Request) => entries.get(withoutQuery(url)),
        keys: async () => [...entries.keys()].map((url) => ({ url })),
        delete: async ({ url }: Request) => entries.delete(url),
      };
    },
  };
  const self = {
    addEventListener: (name: string, listener: Listener) => listeners.set(name, listener),
    registration: { scope: `${origin}/me/iron-temple` },
    location: { origin },
    clients: { claim: async () => {} },
    skipWaiting: async () => {},
  };
  const fetch = () => network.answer();
  const setTimeout = (done: () => void) => void timers.push(done);
  runInContext(
    readFileSync("public/pass-worker.js", "utf8"),
    createContext({ self, URL, caches, fetch, setTimeout, Promise }),
  );
  const waited: Promise<unknown>[] = [];
  const fire = (name: string, event: object) => {
    let response: Promise<Answer> | undefined;
    listeners.get(name)?.({
      ...event,
      waitUntil: (work: Promise<unknown>) => void waited.push(work),
      respondWith: (given: Promise<Answer>) => (response = given),
    });
    return response;
  };
  const visit = (path: string) => fire("fetch", { request: { method: "GET", mode: "navigate", url: origin + path } });
  return { fire, visit, network, stored, timers, waited };
}

test("the pass of the last visit opens without a network, and nothing else does", async () => {
  const { visit, network } = startWorker();
  network.answer = async () => answer("pass of Maya");
  expect((await visit("/me/iron-temple"))?.body).toBe("pass of Maya");
  network.answer = () => Promise.reject(new TypeError("no network"));
  expect((await visit("/me/iron-temple"))?.body).toBe("pass of Maya");
  for (const path of ["/me/iron-temple/you", "/me/iron-temple-two", "/manage/iron-temple"]) {
    expect([path, visit(path)]).toEqual([path, undefined]);
  }
});

test("a network that does not answer in time gives way to the stored pass", async () => {
  const { visit, network, timers } = startWorker();
  network.answer = async () => answer("pass of Maya");
  await visit("/me/iron-temple");
  network.answer = () => new Promise(() => {});
  const late = visit("/me/iron-temple");
  await expect.poll(() => timers.length).toBe(1);
  timers.at(-1)?.();
  expect((await late)?.body).toBe("pass of Maya");
});

test.each([
  ["leads to sign-in", toSignIn],
  ["refuses the page", answer("", { ok: false, status: 404 })],
])("an answer that %s deletes the stored pass", async (_, refused) => {
  const { visit, network, stored } = startWorker();
  network.answer = async () => answer("pass of Maya");
  await visit("/me/iron-temple");
  network.answer = async () => refused;
  expect(await visit("/me/iron-temple")).toBe(refused);
  expect([...stored.values()].flatMap((entries) => [...entries.keys()])).toEqual([]);
  network.answer = () => Promise.reject(new TypeError("no network"));
  await expect(visit("/me/iron-temple")).rejects.toThrow("no network");
});

test("a server that fails keeps the stored pass", async () => {
  const { visit, network } = startWorker();
  network.answer = async () => answer("pass of Maya");
  await visit("/me/iron-temple");
  network.answer = async () => answer("", { ok: false, status: 503 });
  expect((await visit("/me/iron-temple"))?.status).toBe(503);
  network.answer = () => Promise.reject(new TypeError("no network"));
  expect((await visit("/me/iron-temple"))?.body).toBe("pass of Maya");
});

test("a new version removes the caches of earlier ones, and those of others stay", async () => {
  const { fire, stored, waited } = startWorker();
  for (const name of ["fitflow-pass-0", "fitflow-pass-1", "another"]) stored.set(name, new Map());
  fire("activate", {});
  await Promise.all(waited);
  expect([...stored.keys()]).toEqual(["fitflow-pass-1", "another"]);
});
