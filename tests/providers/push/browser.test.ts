import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { expect, test, vi } from "vitest";
import { deviceLabel, isDue, pushStateOf, readDevice } from "@/components/messages/contacts/push-state";

type Listener = (event: object) => void;

/** The worker in a browser of the test's own: what it would show and open. */
function startWorker(open_windows: { url: string; focus: () => void }[] = []) {
  const listeners = new Map<string, Listener>();
  const showNotification = vi.fn(async () => {});
  const openWindow = vi.fn(async () => {});
  const self = {
    addEventListener: (name: string, listener: Listener) => listeners.set(name, listener),
    registration: { scope: "https://gym.example/me/iron-temple/", showNotification },
    location: { origin: "https://gym.example" },
    clients: { matchAll: async () => open_windows, openWindow },
  };
  runInContext(readFileSync("public/push-worker.js", "utf8"), createContext({ self, URL }));
  const fire = async (name: string, event: object) => {
    let work: Promise<unknown> | undefined;
    listeners.get(name)?.({ ...event, waitUntil: (promise: Promise<unknown>) => (work = promise) });
    await work;
  };
  const press = (link?: string) => fire("notificationclick", { notification: { close: () => {}, data: { link } } });
  return { fire, press, showNotification, openWindow };
}

const payload = {
  notification: { title: "Iron Temple", body: "Your class begins at 18:00" },
  data: { message_id: "m-1", link: "https://gym.example/me/iron-temple/classes" },
};

test("a push message is shown, and a second copy replaces it", async () => {
  const { fire, showNotification } = startWorker();
  await fire("push", { data: { json: () => payload } });
  expect(showNotification).toHaveBeenCalledWith("Iron Temple", {
    body: "Your class begins at 18:00",
    tag: "m-1",
    data: { link: "https://gym.example/me/iron-temple/classes" },
  });
});

test.each([
  ["no content", undefined],
  ["unreadable content", { json: () => JSON.parse("{") }],
])("a push message with %s shows nothing", async (_content, data) => {
  const { fire, showNotification } = startWorker();
  await fire("push", { data });
  expect(showNotification).not.toHaveBeenCalled();
});

test.each([
  ["its link", "https://gym.example/me/iron-temple/classes", "https://gym.example/me/iron-temple/classes"],
  ["a path", "/me/iron-temple/visits", "https://gym.example/me/iron-temple/visits"],
  ["nothing", undefined, "https://gym.example/me/iron-temple/"],
  ["another site", "https://evil.example/", "https://gym.example/me/iron-temple/"],
  ["a script", "javascript:alert(1)", "https://gym.example/me/iron-temple/"],
])("a press on a message with %s opens a page of the gym", async (_link, link, opened) => {
  const { press, openWindow } = startWorker();
  await press(link);
  expect(openWindow).toHaveBeenCalledWith(opened);
});

test("an open page is focused", async () => {
  const focus = vi.fn();
  const { press, openWindow } = startWorker([{ url: "https://gym.example/me/iron-temple/", focus }]);
  await press();
  expect([focus.mock.calls.length, openWindow.mock.calls.length]).toEqual([1, 0]);
});

const device = { id: "d-1", token: "t-1", checked_at: 1_000 };

test.each([
  [{ has_push: false, permission: "granted", device }, "unsupported"],
  [{ has_push: true, permission: null, device: null }, "unsupported"],
  [{ has_push: true, permission: "denied", device }, "denied"],
  [{ has_push: true, permission: "default", device: null }, "off"],
  [{ has_push: true, permission: "granted", device: null }, "off"],
  [{ has_push: true, permission: "default", device }, "off"],
  [{ has_push: true, permission: "granted", device }, "on"],
] as const)("a browser that says %j is %s", (browser, state) => {
  expect(pushStateOf(browser)).toBe(state);
});

test("invalid stored data of the browser is ignored", () => {
  expect(readDevice(JSON.stringify(device))).toEqual(device);
  expect([readDevice(null), readDevice("{"), readDevice('{"id":1}')]).toEqual([null, null, null]);
});

test("a token is checked again after a week", () => {
  const week = 604_800_000;
  expect([isDue(device, 1_000 + week - 1), isDue(device, 1_000 + week)]).toEqual([false, true]);
});

test.each([
  [
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
    "Chrome on Android",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
    "Edge on Windows",
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
    "Safari on Mac",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"],
  ["curl/8", "Browser"],
])("%s is listed as %s", (user_agent, label) => {
  expect(deviceLabel(user_agent)).toBe(label);
});
