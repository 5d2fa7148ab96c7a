import type { Client } from "pg";
import { listenClient } from "@/db/client";
import { jobChannel, type WakeReason } from "@/lib/kernel/jobs";
import { log } from "@/lib/kernel/log";

const retryMs = 2_000;

/** Listens for notifications of other processes. Without them (Neon, lost connection), the executor relies on polling. */
export class WakeListener {
  private client: Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private is_open = true;

  constructor(private readonly onWake: (reason: WakeReason) => void) {
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
    client.on("notification", ({ payload }) => this.onWake(payload === "events" ? "events" : "work"));
    client.on("error", () => this.onDisconnect(client));
    client.on("end", () => this.onDisconnect(client));
    try {
      await client.connect();
      await client.query(`listen ${jobChannel}`);
      if (!this.is_open) return void client.end().catch(() => {});
      // Notifications from before the connection were missed.
      this.onWake("events");
    } catch {
      this.onDisconnect(client);
    }
  }

  private onDisconnect(client: Client): void {
    if (this.client !== client) return;
    this.client = null;
    client.end().catch(() => {});
    if (!this.is_open) return;
    log().warn("lost the notification connection between executors");
    this.timer = setTimeout(() => void this.connect(), retryMs);
    this.timer.unref();
  }
}
