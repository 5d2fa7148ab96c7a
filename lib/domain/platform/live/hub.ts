import type { LiveEvents } from "@/lib/contracts/platform/live";
import { countUnreadByUser } from "@/lib/domain/messages/staff-notices";
import { type HeardSignal, type LiveLine, liveLine, type RightsSignal } from "@/lib/kernel/live";
import { log } from "@/lib/kernel/log";
import { type LiveState, readState } from "./state";

export type LiveEvent = { [Name in keyof LiveEvents]: { name: Name; data: LiveEvents[Name] } }[keyof LiveEvents];

export type Screen = {
  organization_id: string;
  /** Whose notices it shows; null where a member or nobody sits before it. */
  reader_id: string | null;
  /** Whose rights decide what it shows, and what to do when they may have changed; none for the system's own. */
  rights?: { user_id: string; changed(is_certain: boolean): void };
  tell(event: LiveEvent): void;
};

type Room = {
  screens: Set<Screen>;
  pending: Set<string>;
  wants_resync: boolean;
  is_reading: boolean;
  last: Pick<LiveState, "rooms" | "newest"> | null;
};

/** Joins the signals of a process with its open screens: one reading per organization and signal, however many look on. */
export class LiveHub {
  private readonly rooms = new Map<string, Room>();
  private hangUp: (() => void) | undefined;

  constructor(private readonly line: () => LiveLine) {}

  /** The screen is told the occupancy at once. */
  open(screen: Screen): () => void {
    const room = this.rooms.get(screen.organization_id) ?? {
      screens: new Set(),
      pending: new Set(),
      wants_resync: false,
      is_reading: false,
      last: null,
    };
    this.rooms.set(screen.organization_id, room);
    room.screens.add(screen);
    this.hangUp ??= this.line().listen({ heard: (signal) => this.heard(signal), gap: () => this.gap() });
    void this.greet(screen);
    if (screen.reader_id) void this.tellNotices(screen.organization_id, [screen]);
    return () => this.leave(screen, room);
  }

  private leave(screen: Screen, room: Room): void {
    room.screens.delete(screen);
    if (room.screens.size === 0) this.rooms.delete(screen.organization_id);
    if (this.rooms.size > 0) return;
    this.hangUp?.();
    this.hangUp = undefined;
  }

  private async greet(screen: Screen): Promise<void> {
    try {
      const { rooms } = await readState(screen.organization_id, []);
      for (const data of rooms) screen.tell({ name: "occupancy", data });
    } catch (error) {
      log().warn({ err: error }, "a live screen was not told the occupancy");
    }
  }

  /** Counts what is true now: a signal that was lost or came twice makes no difference. */
  private async tellNotices(organization_id: string, screens: Screen[]): Promise<void> {
    const readers = [...new Set(screens.flatMap(({ reader_id }) => reader_id ?? []))];
    if (readers.length === 0) return;
    try {
      const unread = await countUnreadByUser(organization_id, readers);
      for (const { reader_id, tell } of screens) {
        if (reader_id) tell({ name: "notice", data: { unread: unread.get(reader_id) ?? 0 } });
      }
    } catch (error) {
      log().warn({ err: error, organization_id }, "open screens were not told of notices");
    }
  }

  private heard(signal: HeardSignal): void {
    if (signal.topic === "rights") {
      this.tellRights(signal);
      return;
    }
    const { organization_id } = signal;
    const room = this.rooms.get(organization_id);
    if (!room) return;
    if (signal.topic === "notice") {
      const { user_id } = signal;
      void this.tellNotices(
        organization_id,
        [...room.screens].filter(({ reader_id }) => reader_id === user_id),
      );
      return;
    }
    const { topic, id, location_id } = signal;
    if (topic === "import") {
      for (const screen of room.screens) screen.tell({ name: "import", data: { id, location_id } });
      return;
    }
    if (id) room.pending.add(id);
    else room.wants_resync = true;
    void this.read(organization_id, room);
  }

  /** Comes first, so that the next event is checked against the new rights. */
  private tellRights({ user_id, organization_id }: Omit<RightsSignal, "topic">, is_certain = true): void {
    for (const [id, { screens }] of this.rooms) {
      if (organization_id !== undefined && organization_id !== id) continue;
      for (const { rights } of screens) {
        if (user_id === undefined || rights?.user_id === user_id) rights?.changed(is_certain);
      }
    }
  }

  private gap(): void {
    this.tellRights({}, false);
    for (const [organization_id, room] of this.rooms) {
      room.wants_resync = true;
      void this.read(organization_id, room);
      void this.tellNotices(organization_id, [...room.screens]);
    }
  }

  /** Signals that arrive while a reading is under way are answered together by the next one. */
  private async read(organization_id: string, room: Room): Promise<void> {
    if (room.is_reading) return;
    room.is_reading = true;
    try {
      while (room.screens.size > 0 && (room.pending.size > 0 || room.wants_resync)) {
        const ids = [...room.pending];
        const is_resync = room.wants_resync;
        room.pending.clear();
        room.wants_resync = false;
        this.tell(room, await readState(organization_id, ids), is_resync);
      }
    } catch (error) {
      log().warn({ err: error, organization_id }, "live screens missed a change");
      for (const screen of room.screens) screen.tell({ name: "refresh", data: {} });
    } finally {
      room.is_reading = false;
    }
  }

  private tell(room: Room, state: LiveState, is_resync: boolean): void {
    const before = new Map(room.last?.rooms.map((one) => [one.location_id, JSON.stringify(one)]));
    const moved = state.rooms.filter((one) => before.get(one.location_id) !== JSON.stringify(one));
    const is_changed = room.last === null || moved.length > 0 || room.last.newest !== state.newest;
    room.last = state;
    for (const screen of room.screens) {
      for (const data of moved) screen.tell({ name: "occupancy", data });
      for (const data of state.scans) screen.tell({ name: "visit", data });
      if (is_resync && is_changed) screen.tell({ name: "refresh", data: {} });
    }
  }
}

const globals = globalThis as { fitflowLiveHub?: LiveHub };

export function liveHub(): LiveHub {
  globals.fitflowLiveHub ??= new LiveHub(liveLine);
  return globals.fitflowLiveHub;
}
