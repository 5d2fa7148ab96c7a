import type { Client } from "pg";
import { listenClient } from "@/db/client";
import { log } from "./log";
import { type LiveSignal, liveChannel } from "./outbox";
import { processState } from "./process-state";

/** Permissions of one user or of a whole organization changed. Sent by database triggers (tell_rights). */
export type RightsSignal = { topic: "rights"; user_id?: string; organization_id?: string };
export type ReceivedSignal = (LiveSignal & { organization_id: string }) | RightsSignal;

export type LiveListener = {
  onSignal(signal: ReceivedSignal): void;
  /** Signals may have been missed, or the driver has none: reload what is shown. */
  onGap(): void;
};

type Source = { open: () => Client | null; poll_ms: number };

const firstRetryMs = 500;
const maxRetryMs = 10_000;
const pingIntervalMs = 20_000;
const refreshIntervalMs = 60_000;

/** One LISTEN connection per process, open while there are listeners. Without driver support, onGap is called at an interval. */
export class LiveConnection {
  private readonly listeners = new Set<LiveListener>();
  private client: Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private refresh: NodeJS.Timeout | undefined;
  private retry_ms = firstRetryMs;

  constructor(private readonly source: Source) {}

  listen(listener: LiveListener): () => void {
    this.listeners.add(listener);
    if (this.listeners.size === 1) void this.connect();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.close();
    };
  }

  private async connect(): Promise<void> {
    const client = this.source.open();
    if (!client) {
      this.timer = setInterval(() => this.notifyGap(), this.source.poll_ms);
      return;
    }
    this.client = client;
    client.on("notification", ({ payload }) => this.dispatch(payload ?? ""));
    client.on("error", () => this.onDisconnect(client));
    client.on("end", () => this.onDisconnect(client));
    try {
      await client.connect();
      await client.query(`listen ${liveChannel}`);
      this.retry_ms = firstRetryMs;
      if (this.client !== client) return;
      this.timer = setInterval(() => this.ping(client), pingIntervalMs);
      // A process that died between commit and signal sent none.
      this.refresh = setInterval(() => this.notifyGap(), refreshIntervalMs);
      // Signals from before the connection were missed.
      this.notifyGap();
    } catch {
      this.onDisconnect(client);
    }
  }

  /** Detects a connection that died silently, for example behind a NAT that dropped it. */
  private ping(client: Client): void {
    client.query("select 1").catch(() => this.onDisconnect(client));
  }

  private dispatch(payload: string): void {
    const signal = readSignal(payload);
    if (signal) for (const listener of this.listeners) listener.onSignal(signal);
  }

  private notifyGap(): void {
    for (const listener of this.listeners) listener.onGap();
  }

  private onDisconnect(client: Client): void {
    if (this.client !== client) return;
    this.close();
    if (this.listeners.size === 0) return;
    log().warn({ retry_ms: this.retry_ms }, "lost the connection for live signals");
    this.timer = setTimeout(() => void this.connect(), this.retry_ms);
    this.retry_ms = Math.min(this.retry_ms * 2, maxRetryMs);
  }

  private close(): void {
    clearTimeout(this.timer);
    clearInterval(this.refresh);
    const { client } = this;
    this.client = null;
    // It may be half open or closed already.
    client?.end().catch(() => {});
  }
}

function readSignal(payload: string): ReceivedSignal | null {
  try {
    return JSON.parse(payload) as ReceivedSignal;
  } catch {
    return null;
  }
}

export const liveConnection = (): LiveConnection =>
  processState("live_connection", () => new LiveConnection({ open: listenClient, poll_ms: 3_000 }));
