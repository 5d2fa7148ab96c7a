import type { Client } from "pg";
import { listenClient } from "@/db/client";
import { type JobCall, jobChannel } from "@/lib/kernel/jobs";
import { log } from "@/lib/kernel/log";

const retryMs = 2_000;

/** Hears what other processes call out. Without notifications (Neon), and while the line is down, the regular look has to do. */
export class WakeLine {
  private client: Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private is_open = true;

  constructor(private readonly heard: (what: JobCall) => void) {
    void this.connect();
  }

  close(): void {
    this.is_open = false;
    clearTimeout(this.timer);
    this.client?.end().catch(() => {});
    this.client = null;
  }

  private async connect(): Promise<void> {
    const client = listenClient();
    if (!client) return;
    this.client = client;
    client.on("notification", ({ payload }) => this.heard(payload === "events" ? "events" : "work"));
    client.on("error", () => this.lost(client));
    client.on("end", () => this.lost(client));
    try {
      await client.connect();
      await client.query(`listen ${jobChannel}`);
      if (!this.is_open) return void client.end().catch(() => {});
      // What was called out before the line stood went unheard.
      this.heard("events");
    } catch {
      this.lost(client);
    }
  }

  private lost(client: Client): void {
    if (this.client !== client) return;
    this.client = null;
    client.end().catch(() => {});
    if (!this.is_open) return;
    log().warn("the line between executors broke");
    this.timer = setTimeout(() => void this.connect(), retryMs);
    this.timer.unref();
  }
}
