import type { Client } from "pg";
import { listenClient } from "@/db/client";
import { log } from "./log";
import { type LiveSignal, liveChannel } from "./outbox";

/** The rights of one person, or of everyone in an organization, have changed. The database sends it (tell_rights). */
export type RightsSignal = { topic: "rights"; user_id?: string; organization_id?: string };
export type HeardSignal = (LiveSignal & { organization_id: string }) | RightsSignal;

export type LiveListener = {
  heard(signal: HeardSignal): void;
  /** Signals may have been missed since the last one, or there are none to hear: look again at what you show. */
  gap(): void;
};

type Source = { open: () => Client | null; poll_ms: number };

const firstRetryMs = 500;
const maxRetryMs = 10_000;
const watchMs = 20_000;
const lookMs = 60_000;

/**
 * One LISTEN connection a process, held while anybody listens. Where the driver has no notifications, a regular look
 * takes their place.
 */
export class LiveLine {
  private readonly listeners = new Set<LiveListener>();
  private client: Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private look: NodeJS.Timeout | undefined;
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
      this.timer = setInterval(() => this.tellGap(), this.source.poll_ms);
      return;
    }
    this.client = client;
    client.on("notification", ({ payload }) => this.hear(payload ?? ""));
    client.on("error", () => this.lost(client));
    client.on("end", () => this.lost(client));
    try {
      await client.connect();
      await client.query(`listen ${liveChannel}`);
      this.retry_ms = firstRetryMs;
      if (this.client !== client) return;
      this.timer = setInterval(() => this.watch(client), watchMs);
      // A process that died between its commit and its signal told nobody.
      this.look = setInterval(() => this.tellGap(), lookMs);
      // What happened before the line stood went unheard.
      this.tellGap();
    } catch {
      this.lost(client);
    }
  }

  /** A connection that died silently, behind a router that forgot it, is found by asking. */
  private watch(client: Client): void {
    client.query("select 1").catch(() => this.lost(client));
  }

  private hear(payload: string): void {
    const signal = readSignal(payload);
    if (signal) for (const listener of this.listeners) listener.heard(signal);
  }

  private tellGap(): void {
    for (const listener of this.listeners) listener.gap();
  }

  private lost(client: Client): void {
    if (this.client !== client) return;
    this.close();
    if (this.listeners.size === 0) return;
    log().warn({ retry_ms: this.retry_ms }, "the line for live signals broke");
    this.timer = setTimeout(() => void this.connect(), this.retry_ms);
    this.retry_ms = Math.min(this.retry_ms * 2, maxRetryMs);
  }

  private close(): void {
    clearTimeout(this.timer);
    clearInterval(this.look);
    const { client } = this;
    this.client = null;
    // It may be half open or dead already; either way nothing more is expected of it.
    client?.end().catch(() => {});
  }
}

function readSignal(payload: string): HeardSignal | null {
  try {
    return JSON.parse(payload) as HeardSignal;
  } catch {
    return null;
  }
}

const globals = globalThis as { fitflowLiveLine?: LiveLine };

export function liveLine(): LiveLine {
  globals.fitflowLiveLine ??= new LiveLine({ open: listenClient, poll_ms: 3_000 });
  return globals.fitflowLiveLine;
}
