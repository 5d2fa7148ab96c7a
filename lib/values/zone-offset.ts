import { civilOf, DAY_MS } from "./day-number";

/** A time during which a zone keeps its offset. `to` is exclusive. */
type Span = { from: number; to: number; offset: number };

/** A look-up in Intl takes about 4 microseconds, so each zone keeps its spans, in windows that are made when first needed. */
const WINDOW_MS = 32 * DAY_MS;
/** Less than the shortest time between two changes in the time zone database: 3.9 days (Freetown, September 1939). */
const STEP_MS = 2 * DAY_MS;
const LAST_MS = 100_000_000 * DAY_MS;

const MAX_ZONES = 1000;
/** Of a zone; 45 years. */
const MAX_WINDOWS = 512;

const zones = new Map<string, Zone>();

function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const zone = new Zone(name);
  if (zones.size >= MAX_ZONES) zones.clear();
  zones.set(name, zone);
  return zone;
}

/** The offset of a zone from UTC in milliseconds. Throws RangeError if the zone is unknown. */
export const offsetAt = (zone: string, epoch_ms: number): number => zoneOf(zone).spanAt(epoch_ms).offset;

/** B3: the instant of a wall time. A skipped time moves forward by the gap; a repeated one has two passes. */
export const instantOfWall = (zone: string, wall_ms: number, pass: "first" | "last" = "first"): number =>
  instantsOf(zoneOf(zone), wall_ms)[pass];

/** The first instant of the day that begins at a wall time. Where midnight is skipped, it is the instant of the change. */
export const startOfWallDay = (zone: string, midnight_ms: number): number =>
  instantsOf(zoneOf(zone), midnight_ms).start;

type WallInstants = { first: number; last: number; start: number };

/** An offset is less than a day, so the instants of a wall time are less than a day away from it. */
function instantsOf(zone: Zone, wall_ms: number): WallInstants {
  const lowest = zone.spanAt(wall_ms - DAY_MS);
  if (wall_ms + DAY_MS < lowest.to) return once(wall_ms - lowest.offset);
  const found: WallInstants[] = [];
  let before = lowest;
  for (let span = lowest; ; span = zone.spanAt(span.to)) {
    const at = wall_ms - span.offset;
    if (span.from <= at && at < span.to) found.push(once(at));
    const is_skipped = before.to + before.offset <= wall_ms && wall_ms < span.from + span.offset;
    if (is_skipped) found.push({ ...once(wall_ms - before.offset), start: span.from });
    if (span.to > wall_ms + DAY_MS) break;
    before = span;
  }
  const [one, other = one] = found;
  if (!one || !other) throw new RangeError("Out-of-bounds date");
  return { ...one, last: other.last };
}

const once = (at: number): WallInstants => ({ first: at, last: at, start: at });

class Zone {
  private readonly windows = new Map<number, Span[]>();
  private readonly format: Intl.DateTimeFormat;
  private latest: Span = { from: 0, to: 0, offset: 0 };

  constructor(name: string) {
    this.format = new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    if (this.format.resolvedOptions().timeZone === "UTC")
      this.latest = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, offset: 0 };
  }

  spanAt(epoch_ms: number): Span {
    if (this.latest.from <= epoch_ms && epoch_ms < this.latest.to) return this.latest;
    const found = this.windowAt(Math.floor(epoch_ms / WINDOW_MS)).find(({ to }) => epoch_ms < to);
    if (!found) throw new RangeError("Out-of-bounds date");
    this.latest = found;
    return found;
  }

  private windowAt(index: number): Span[] {
    const known = this.windows.get(index);
    if (known) return known;
    const spans = this.spansBetween(index * WINDOW_MS, (index + 1) * WINDOW_MS);
    if (this.windows.size >= MAX_WINDOWS) this.windows.clear();
    this.windows.set(index, spans);
    return spans;
  }

  private spansBetween(from: number, to: number): Span[] {
    const spans: Span[] = [];
    let span = { from, to, offset: this.lookUp(from) };
    for (let at = from; at < to; at += STEP_MS) {
      const offset = this.lookUp(at + STEP_MS);
      if (offset === span.offset) continue;
      const changed = this.endOf(span.offset, at, at + STEP_MS);
      // A change at the end of the window belongs to the next one.
      if (changed === to) break;
      spans.push({ ...span, to: changed });
      span = { from: changed, to, offset };
    }
    return [...spans, span];
  }

  /** Changes are at whole seconds. */
  private endOf(offset: number, from: number, to: number): number {
    let [before, after] = [from, to];
    while (after - before > 1000) {
      const middle = before + Math.floor((after - before) / 2000) * 1000;
      if (this.lookUp(middle) === offset) before = middle;
      else after = middle;
    }
    return after;
  }

  private lookUp(epoch_ms: number): number {
    const at = Math.max(-LAST_MS, Math.min(LAST_MS, epoch_ms));
    const wall = { day: 0, hour: 0, minute: 0, second: 0 };
    for (const { type, value } of this.format.formatToParts(at)) if (type in wall) wall[type as "day"] = Number(value);
    const number = Math.floor(at / DAY_MS);
    const days = daysApart(civilOf(number).day, wall.day);
    return (days * 86_400 + wall.hour * 3600 + wall.minute * 60 + wall.second) * 1000 - (at - number * DAY_MS);
  }
}

/** Of two days of the month that are at most a day apart: -1, 0 or 1. */
const daysApart = (one: number, other: number): number =>
  one === other ? 0 : other === one + 1 || (other === 1 && one > 2) ? 1 : -1;
