import { beforeEach, describe, expect, test, vi } from "vitest";
import { contracts } from "@/lib/contracts";
import { takesIdempotencyKey } from "@/lib/contracts/contract";
import { uploadImport } from "@/lib/contracts/imports/imports";
import { createMember } from "@/lib/contracts/members/members";
import { createLocation } from "@/lib/contracts/organization/locations";
import { exampleOf } from "@/tests/support/contracts/examples";

/** What the network does with one request: an answer, or none. */
type Fate = Response | "lost" | Promise<Response>;

let sent: { key: string | null; body: unknown }[] = [];
let fates: (() => Fate)[] = [];
let stored: Map<string, string>;
let now_ms = 0;

const done = () => Response.json({ id: "one" }, { status: 201 });
const failing = (status: number) => () => Response.json({ code: "internal_error" }, { status });
const lost = (): Fate => "lost";
const reused = () => Response.json({ code: "idempotency_key_reused", detail: "Use a new key." }, { status: 422 });

beforeEach(() => {
  sent = [];
  fates = [];
  stored = new Map();
  now_ms = 1_000_000;
  vi.resetModules();
  vi.spyOn(Date, "now").mockImplementation(() => now_ms);
  vi.stubGlobal("document", { querySelector: () => null });
  vi.stubGlobal("location", { pathname: "/manage/gym/members/new" });
  vi.stubGlobal("sessionStorage", {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => void stored.set(name, value),
    removeItem: (name: string) => void stored.delete(name),
  });
  vi.stubGlobal("fetch", async (_: string, { headers, body }: { headers: Record<string, string>; body: unknown }) => {
    sent.push({ key: headers["idempotency-key"] ?? null, body });
    const fate = await (fates.shift() ?? done)();
    if (fate === "lost") throw new TypeError("Failed to fetch");
    return fate;
  });
});

/** A document that was loaded just now: its memory is empty, the tab's storage is not. */
const load = async () => {
  vi.resetModules();
  return (await import("@/lib/client/api")).api;
};
function later<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

const keys = () => sent.map(({ key }) => key);
const ann = { first_name: "Ann", last_name: "Able" } as never;
const bob = { first_name: "Bob", last_name: "Able" } as never;
const attempt = (work: Promise<unknown>) => work.then(() => "done").catch((error: Error) => error.message);

describe("R13 the request of a lost answer", () => {
  test.each([
    ["no answer", lost],
    ["500", failing(500)],
    ["502", failing(502)],
    ["503", failing(503)],
    ["504", failing(504)],
    ["half an answer", () => new Response('{"id": "o', { status: 201 })],
  ])("R13 goes out again under the same key: %s", async (_, fate) => {
    const api = await load();
    fates = [fate];
    expect(await attempt(api(createMember, ann))).not.toBe("done");
    expect(await attempt(api(createMember, ann))).toBe("done");
    expect(keys()[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys()[1]).toBe(keys()[0]);
  });

  test("R13 goes out again under the same key after a reload, and storage holds nothing of what was typed", async () => {
    fates = [lost];
    await attempt((await load())(createMember, ann, { organization: "iron-temple" }));
    expect([...stored.values()].join()).toContain(String(keys()[0]));
    expect([...stored.values()].join()).not.toMatch(/Ann|Able|members|iron/);
    await attempt((await load())(createMember, ann, { organization: "iron-temple" }));
    expect(keys()[1]).toBe(keys()[0]);
    expect(stored.size).toBe(0);
  });

  test("R13 of a request that was still under way when the page was left goes out again under the same key", async () => {
    const { promise } = later<Response>();
    fates = [() => promise];
    void (await load())(createMember, ann);
    await vi.waitFor(() => expect(sent.length).toBe(1));
    await attempt((await load())(createMember, ann));
    expect(keys()[1]).toBe(keys()[0]);
  });

  test("R13 is a new request in another gym, and after ten minutes", async () => {
    const api = await load();
    fates = [lost, lost];
    await attempt(api(createMember, ann, { organization: "one" }));
    await attempt(api(createMember, ann, { organization: "two" }));
    expect(keys()[1]).not.toBe(keys()[0]);
    now_ms += 600_000;
    await attempt(api(createMember, ann, { organization: "one" }));
    expect(keys()[2]).not.toBe(keys()[0]);
  });

  test("R13 works if the browser refuses storage", async () => {
    vi.stubGlobal("sessionStorage", undefined);
    const api = await load();
    fates = [lost];
    await attempt(api(createMember, ann));
    await attempt(api(createMember, ann));
    expect(keys()[1]).toBe(keys()[0]);
  });
});

describe("R13 a changed request after a lost answer", () => {
  test("R13 takes the key over, so that the server stores one of the two", async () => {
    const api = await load();
    fates = [lost];
    await attempt(api(createMember, ann));
    expect(await attempt(api(createMember, bob))).toBe("done");
    expect(keys()[1]).toBe(keys()[0]);
    expect(await attempt(api(createMember, ann))).toBe("done");
    expect(keys()[2]).not.toBe(keys()[0]);
  });

  test("R13 that the server refuses says that the first one was saved; the next attempt is a request of its own", async () => {
    const api = await load();
    fates = [lost, reused];
    await attempt(api(createMember, ann));
    expect(await attempt(api(createMember, bob))).toBe(
      "The previous attempt was saved, but its response was lost. Check the existing entry before you save again: that creates a second one.",
    );
    expect(await attempt(api(createMember, bob))).toBe("done");
    expect(keys()[1]).toBe(keys()[0]);
    expect(keys()[2]).not.toBe(keys()[0]);
  });

  test("R13 takes no key over from another page, another contract or a request that is still under way", async () => {
    const api = await load();
    const { promise, resolve } = later<Response>();
    fates = [() => promise];
    const first = attempt(api(createMember, ann));
    await vi.waitFor(() => expect(sent.length).toBe(1));
    await attempt(api(createMember, bob));
    resolve(failing(502)());
    await first;
    await attempt(api(createLocation, { name: "Harbour" } as never));
    vi.stubGlobal("location", { pathname: "/manage/other/members/new" });
    await attempt(api(createMember, bob));
    expect(new Set(keys()).size).toBe(4);
  });
});

test("R13 the same request after an answer, good or bad, is a second one", async () => {
  const api = await load();
  fates = [done, () => Response.json({ code: "conflict", detail: "No." }, { status: 409 })];
  await attempt(api(createMember, ann));
  expect(await attempt(api(createMember, ann))).toBe("No.");
  await attempt(api(createMember, ann));
  expect(new Set(keys()).size).toBe(3);
});

test("R13 a double click is one request", async () => {
  const api = await load();
  await Promise.all([attempt(api(createMember, ann)), attempt(api(createMember, ann))]);
  expect(keys().length).toBe(2);
  expect(keys()[1]).toBe(keys()[0]);
});

test("R13 every POST that changes something carries a key, and nothing else does", async () => {
  const api = await load();
  for (const contract of contracts) {
    sent = [];
    await attempt(api(contract, exampleOf(contract).input as never));
    expect([contract.id, keys()[0] !== null]).toEqual([contract.id, takesIdempotencyKey(contract)]);
  }
});

test("R13 an upload whose answer was lost goes out again under the same key", async () => {
  const heads: Record<string, string>[] = [];
  const ends = ["onerror", "onload"] as const;
  class FakeRequest {
    upload = {};
    status = 201;
    responseText = '{"id": "one"}';
    private head: Record<string, string> = {};
    open() {}
    setRequestHeader(name: string, value: string) {
      this.head[name] = value;
    }
    send() {
      const end = ends[heads.length] ?? "onload";
      heads.push(this.head);
      queueMicrotask(() => (this as unknown as Record<string, () => void>)[end]?.());
    }
  }
  vi.stubGlobal("XMLHttpRequest", FakeRequest);
  await load();
  const { upload } = await import("@/lib/client/upload");
  const terms = { body: new Blob(["a,b"], { type: "text/csv" }), onProgress: () => {} };
  expect(await attempt(upload(uploadImport, { file_name: "a.csv" }, terms))).toContain("cannot be reached");
  expect(await attempt(upload(uploadImport, { file_name: "a.csv" }, terms))).toBe("done");
  expect(heads[0]?.["idempotency-key"]).toMatch(/^[0-9a-f]{32}$/);
  expect(heads[1]?.["idempotency-key"]).toBe(heads[0]?.["idempotency-key"]);
});
