import type { LiveEvents } from "@/lib/contracts/platform/live";
import { countUnreadByUser } from "@/lib/domain/messages/staff-notices";
import { type LiveConnection, liveConnection, type ReceivedSignal, type RightsSignal } from "@/lib/kernel/live";
import { log } from "@/lib/kernel/log";
import { processState } from "@/lib/kernel/process-state";
import { type LiveState, readState } from "./state";

export type LiveEvent = { [Name in keyof LiveEvents]: { name: Name; data: LiveEvents[Name] } }[keyof LiveEvents];

export type Screen = {
  organization_id: string;
  /** The user whose notices it shows; null for members and public screens. */
  reader_id: string | null;
  /** The user whose rights limit the screen, and the callback after a change of rights. Undefined for the system. */
  rights?: { user_id: string; changed(is_certain: boolean): void };
  send(event: LiveEvent): void;
};

type Channel = {
  screens: Set<Screen>;
  pending: Set<string>;
  wants_resync: boolean;
  is_reading: boolean;
  last: Pick<LiveState, "rooms" | "newest"> | null;
};

/** Distributes signals to the open screens of this process. Reads once per organization and signal, for any number of screens. */
export class LiveHub {
  private readonly rooms = new Map<string, Channel>();
  private unlisten: (() => void) | undefined;

  constructor(private readonly line: () => LiveConnection) {}

  /** Sends the occupancy to the screen immediately. */
  open(screen: Screen): () => void {
    const channel = this.rooms.get(screen.organization_id) ?? {
      screens: new Set(),
      pending: new Set(),
      wants_resync: false,
      is_reading: false,
      last: null,
    };
    this.rooms.set(screen.organization_id, channel);
    channel.screens.add(screen);
    this.unlisten ??= this.line().listen({ onSignal: (signal) => this.heard(signal), onGap: () => this.gap() });
    void this.sendOccupancy(screen);
    if (screen.reader_id) void this.sendNotices(screen.organization_id, [screen]);
    return () => this.leave(screen, channel);
  }

  private leave(screen: Screen, channel: Channel): void {
    channel.screens.delete(screen);
    if (channel.screens.size === 0) this.rooms.delete(screen.organization_id);
    if (this.rooms.size > 0) return;
    this.unlisten?.();
    this.unlisten = undefined;
  }

  private async sendOccupancy(screen: Screen): Promise<void> {
    try {
      const { rooms } = await readState(screen.organization_id, []);
      for (const data of rooms) screen.send({ name: "occupancy", data });
    } catch (error) {
      log().warn({ err: error }, "occupancy was not sent to a live screen");
    }
  }

  /** Sends the current count, so lost or duplicate signals have no effect. */
  private async sendNotices(organization_id: string, screens: Screen[]): Promise<void> {
    const readers = [...new Set(screens.flatMap(({ reader_id }) => reader_id ?? []))];
    if (readers.length === 0) return;
    try {
      const unread = await countUnreadByUser(organization_id, readers);
      for (const { reader_id, send } of screens) {
        if (reader_id) send({ name: "notice", data: { unread: unread.get(reader_id) ?? 0 } });
      }
    } catch (error) {
      log().warn({ err: error, organization_id }, "notices were not sent to live screens");
    }
  }

  private heard(signal: ReceivedSignal): void {
    if (signal.topic === "rights") {
      this.notifyRights(signal);
      return;
    }
    const { organization_id } = signal;
    const channel = this.rooms.get(organization_id);
    if (!channel) return;
    if (signal.topic === "notice") {
      const { user_id } = signal;
      void this.sendNotices(
        organization_id,
        [...channel.screens].filter(({ reader_id }) => reader_id === user_id),
      );
      return;
    }
    const { topic, id, location_id } = signal;
    if (topic === "import") {
      for (const screen of channel.screens) screen.send({ name: "import", data: { id, location_id } });
      return;
    }
    if (id) channel.pending.add(id);
    else channel.wants_resync = true;
    void this.read(organization_id, channel);
  }

  /** Runs first, so that the next event is checked against the new rights. */
  private notifyRights({ user_id, organization_id }: Omit<RightsSignal, "topic">, is_certain = true): void {
    for (const [id, { screens }] of this.rooms) {
      if (organization_id !== undefined && organization_id !== id) continue;
      for (const { rights } of screens) {
        if (user_id === undefined || rights?.user_id === user_id) rights?.changed(is_certain);
      }
    }
  }

  private gap(): void {
    this.notifyRights({}, false);
    for (const [organization_id, channel] of this.rooms) {
      channel.wants_resync = true;
      void this.read(organization_id, channel);
      void this.sendNotices(organization_id, [...channel.screens]);
    }
  }

  /** Signals that arrive during a read are handled together by the next one. */
  private async read(organization_id: string, channel: Channel): Promise<void> {
    if (channel.is_reading) return;
    channel.is_reading = true;
    try {
      while (channel.screens.size > 0 && (channel.pending.size > 0 || channel.wants_resync)) {
        const ids = [...channel.pending];
        const is_resync = channel.wants_resync;
        channel.pending.clear();
        channel.wants_resync = false;
        this.send(channel, await readState(organization_id, ids), is_resync);
      }
    } catch (error) {
      log().warn({ err: error, organization_id }, "a change was not sent to live screens");
      for (const screen of channel.screens) screen.send({ name: "refresh", data: {} });
    } finally {
      channel.is_reading = false;
    }
  }

  private send(channel: Channel, state: LiveState, is_resync: boolean): void {
    const before = new Map(channel.last?.rooms.map((one) => [one.location_id, JSON.stringify(one)]));
    const changed_locations = state.rooms.filter((one) => before.get(one.location_id) !== JSON.stringify(one));
    const is_changed = channel.last === null || changed_locations.length > 0 || channel.last.newest !== state.newest;
    channel.last = state;
    for (const screen of channel.screens) {
      for (const data of changed_locations) screen.send({ name: "occupancy", data });
      for (const data of state.scans) screen.send({ name: "visit", data });
      if (is_resync && is_changed) screen.send({ name: "refresh", data: {} });
    }
  }
}

export const liveHub = (): LiveHub => processState("live_hub", () => new LiveHub(liveConnection));
