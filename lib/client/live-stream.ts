import type { LiveEvents } from "@/lib/contracts/platform/live";

export type LiveStreamListener = {
  on: { [name in keyof LiveEvents]?: (data: LiveEvents[name]) => void };
  /** The stream is connected, for the first time or again. */
  onOpen?: () => void;
  onDown?: () => void;
};

type SharedStream = { listeners: Set<LiveStreamListener>; isOpen: boolean; close: () => void };

const retryMs = 3_000;
const names: (keyof LiveEvents)[] = ["occupancy", "visit", "import", "notice", "refresh"];
const streams = new Map<string, SharedStream>();

/**
 * Subscribes to live events of a gym or a location. Listeners of a page share one stream, because browsers and server limit the
 * number of connections. EventSource reconnects by itself after a lost connection, but not after an error response (an expired session, a
 * restart behind a proxy); that is handled here.
 */
export function subscribeLive(
  target: { organization: string; location_id?: string },
  listener: LiveStreamListener,
): () => void {
  const url = `/api/v1/live?${new URLSearchParams(target)}`;
  const shared = streams.get(url) ?? openStream(url);
  shared.listeners.add(listener);
  if (shared.isOpen) listener.onOpen?.();
  return () => {
    shared.listeners.delete(listener);
    if (shared.listeners.size > 0) return;
    shared.close();
    streams.delete(url);
  };
}

function openStream(url: string): SharedStream {
  let stream: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const notify = (each: (listener: LiveStreamListener) => void) => {
    for (const listener of [...shared.listeners]) each(listener);
  };
  const onDisconnect = () => {
    shared.isOpen = false;
    notify(({ onDown }) => onDown?.());
  };
  const connect = () => {
    clearTimeout(timer);
    stream?.close();
    const next = new EventSource(url);
    stream = next;
    next.addEventListener("open", () => {
      shared.isOpen = true;
      notify(({ onOpen }) => onOpen?.());
    });
    next.addEventListener("error", () => {
      onDisconnect();
      if (next.readyState === EventSource.CLOSED) timer = setTimeout(connect, retryMs);
    });
    for (const name of names) {
      next.addEventListener(name, ({ data }) => {
        const event = JSON.parse(data);
        notify(({ on }) => on[name]?.(event as never));
      });
    }
  };
  const shared: SharedStream = {
    listeners: new Set(),
    isOpen: false,
    close: () => {
      clearTimeout(timer);
      stream?.close();
      removeEventListener("offline", onDisconnect);
      removeEventListener("online", connect);
    },
  };
  streams.set(url, shared);
  connect();
  addEventListener("offline", onDisconnect);
  addEventListener("online", connect);
  return shared;
}
