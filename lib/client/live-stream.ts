import type { LiveEvents } from "@/lib/contracts/platform/live";

export type LiveListener = {
  on: { [name in keyof LiveEvents]?: (data: LiveEvents[name]) => void };
  /** The line stands, for the first time or after a gap. */
  onOpen?: () => void;
  onDown?: () => void;
};

type Line = { listeners: Set<LiveListener>; isOpen: boolean; close: () => void };

const retryMs = 3_000;
const names: (keyof LiveEvents)[] = ["occupancy", "visit", "import", "notice", "refresh"];
const lines = new Map<string, Line>();

/**
 * Follows a gym, or one of its locations. All that listens on a page shares one line: browsers keep but a few, and so does
 * the server. The browser itself reconnects a stream that broke; one that was refused (a session that ended, a server that
 * restarts behind a proxy) it gives up, so that is begun anew here.
 */
export function followLive(place: { organization: string; location_id?: string }, listener: LiveListener): () => void {
  const address = `/api/v1/live?${new URLSearchParams(place)}`;
  const line = lines.get(address) ?? begin(address);
  line.listeners.add(listener);
  if (line.isOpen) listener.onOpen?.();
  return () => {
    line.listeners.delete(listener);
    if (line.listeners.size > 0) return;
    line.close();
    lines.delete(address);
  };
}

function begin(address: string): Line {
  let stream: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (each: (listener: LiveListener) => void) => {
    for (const listener of [...line.listeners]) each(listener);
  };
  const down = () => {
    line.isOpen = false;
    tell(({ onDown }) => onDown?.());
  };
  const connect = () => {
    clearTimeout(timer);
    stream?.close();
    const next = new EventSource(address);
    stream = next;
    next.addEventListener("open", () => {
      line.isOpen = true;
      tell(({ onOpen }) => onOpen?.());
    });
    next.addEventListener("error", () => {
      down();
      if (next.readyState === EventSource.CLOSED) timer = setTimeout(connect, retryMs);
    });
    for (const name of names) {
      next.addEventListener(name, ({ data }) => {
        const heard = JSON.parse(data);
        tell(({ on }) => on[name]?.(heard as never));
      });
    }
  };
  const line: Line = {
    listeners: new Set(),
    isOpen: false,
    close: () => {
      clearTimeout(timer);
      stream?.close();
      removeEventListener("offline", down);
      removeEventListener("online", connect);
    },
  };
  lines.set(address, line);
  connect();
  addEventListener("offline", down);
  addEventListener("online", connect);
  return line;
}
