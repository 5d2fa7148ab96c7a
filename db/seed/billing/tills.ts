import { dayPlus, weekdayOf } from "@/db/seed/days";
import type { BuiltLocation } from "@/db/seed/locations";
import type { Random } from "@/db/seed/random";
import { moveCash, openTill } from "@/lib/domain/billing/till";
import { closeSession } from "@/lib/domain/billing/till/close";
import type { CalendarDay } from "@/lib/values/calendar-day";
import type { Actor, ContextAt } from "./context";
import type { SeedBilling } from "./settings";

export type Drawer = { id: string; opened_ms: number; closes_ms: number; cash_minor: number };

type Days = { from_on: CalendarDay; to_on: CalendarDay };
type Options = { billing: SeedBilling; source: Random; contextAt: ContextAt; desk: Actor };

const differences = ["Change was given twice", "Miscounted in the morning", "A coin fell behind the desk"];

/** The drawers of a gym: opened with a float, counted at the end of their last day, and small things bought in between. */
export function drawersOf({ billing, source, contextAt, desk }: Options) {
  const hoursOn = ({ open }: BuiltLocation, day: CalendarDay) => open[weekdayOf(day)] ?? null;

  const lastOpenDay = (location: BuiltLocation, { from_on, to_on }: Days): CalendarDay => {
    let day = to_on;
    while (!hoursOn(location, day) && day > from_on) day = dayPlus(day, -1);
    return day;
  };

  async function open(location: BuiltLocation, days: Days): Promise<Drawer | null> {
    const { wall } = location;
    const closes = hoursOn(location, lastOpenDay(location, days));
    const opens = hoursOn(location, days.from_on);
    if (!opens || !closes) return null;
    const opened_ms = wall.at(days.from_on, opens.from + 20);
    if (opened_ms > wall.now_ms) return null;
    const { id, float_minor } = await openTill.within(contextAt(opened_ms, desk), {
      location_id: location.id,
      float_minor: billing.float_minor,
    });
    const closes_ms = wall.at(lastOpenDay(location, days), closes.to - 15);
    return { id, opened_ms, closes_ms, cash_minor: float_minor };
  }

  /** Something small is bought out of a drawer now and then. */
  async function spend(drawer: Drawer, now_ms: number): Promise<void> {
    const [reason, amount_minor] = source.pick(billing.petty);
    const luck = source.next();
    const at_ms = drawer.opened_ms + 5 * 3_600_000;
    if (luck > 0.13 || at_ms > Math.min(drawer.closes_ms, now_ms) || drawer.cash_minor < amount_minor) return;
    await moveCash.within(contextAt(at_ms, desk), { id: drawer.id, kind: "paid_out", amount_minor, reason });
    drawer.cash_minor -= amount_minor;
  }

  async function close(drawer: Drawer, now_ms: number): Promise<void> {
    const [smallest] = billing.cash.slice(-1) as [number];
    const unit = Math.max(smallest, 100);
    const luck = source.next();
    const by_minor = luck < 0.1 ? unit * source.pick([-5, -2, -1, 1, 2]) : 0;
    const reason = source.pick(differences);
    if (drawer.closes_ms > now_ms) return;
    const counted_minor = Math.max(0, drawer.cash_minor + by_minor);
    await closeSession(contextAt(drawer.closes_ms, desk), {
      ...{ id: drawer.id, counted: piecesOf(counted_minor, billing.cash) },
      left_minor: Math.min(counted_minor, billing.float_minor),
      ...(by_minor === 0 ? {} : { difference_reason: reason }),
    });
  }

  return { open, spend, close };
}

/** The notes and coins of an amount, as few as possible. */
function piecesOf(amount_minor: number, values: readonly number[]): Record<string, number> {
  let left = amount_minor;
  const pieces: Record<string, number> = {};
  for (const value of values) {
    const count = Math.floor(left / value);
    if (count > 0) pieces[value] = count;
    left -= count * value;
  }
  return pieces;
}
