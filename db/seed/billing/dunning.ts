import { and, desc, eq, gt, isNotNull, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { newId } from "@/db/id";
import { dunningCases, dunningSteps, invoices, locations } from "@/db/schema";
import { dayPlus, daysApart } from "@/db/seed/days";
import { isoInstant, type WallClock } from "@/db/seed/wall-clock";
import { tryOn } from "@/lib/domain/dunning/schedule";
import { standingOf } from "@/lib/domain/dunning/standing";
import { dayAt } from "@/lib/values/calendar-day";
import { policiesOf } from "@/lib/values/policies";
import type { ContextAt } from "./context";
import type { Charge, InvoiceRow, SeedGateway } from "./gateway";

/** Payers whose card is refused, and what their bank says. */
const REFUSED_CARDS = ["tm_saved_no_funds", "tm_saved_declines", "tm_confirm_always", "tm_saved_no_funds"] as const;
/** Of bills that are not due yet, and of those that are overdue. */
const MOST_CASES = { due: 5, overdue: 7 };
const PAUSED_AT = 1;
/** The gateway was connected before these bills. */
const OLDEST_DUE = 30;
const HOUR_MS = 3_600_000;

type Place = { contextAt: ContextAt; wall: WallClock };
type Gateway = Pick<SeedGateway, "save" | "collect">;
type Owed = InvoiceRow & { time_zone: string };

/** The cards of some payers of the newest bills are refused since the day of the bill, by the schedule of the gym. */
export async function writeDunning(gateway: Gateway, place: Place): Promise<void> {
  const seen = new Set<string>();
  const left = { ...MOST_CASES };
  let made = 0;
  for (const owed of await newestOwed(place)) {
    const payer = owed.payer_member_id;
    const kind = (owed.due_on ?? "") < place.wall.today ? "overdue" : "due";
    if (!payer || seen.has(payer) || left[kind] === 0) continue;
    seen.add(payer);
    if (!(await refuse(gateway, place, owed, made))) continue;
    made += 1;
    left[kind] -= 1;
  }
}

async function newestOwed({ contextAt, wall }: Place): Promise<Owed[]> {
  const { db, organization_id } = contextAt(wall.now_ms, null);
  const rows = await db
    .select({ invoice: invoices, time_zone: locations.time_zone })
    .from(invoices)
    .innerJoin(locations, and(eq(locations.organization_id, organization_id), eq(locations.id, invoices.location_id)))
    .where(
      and(
        eq(invoices.organization_id, organization_id),
        eq(invoices.origin, "renewal"),
        gt(invoices.open_minor, 0),
        isNotNull(invoices.payer_member_id),
        sql`${invoices.due_on} > ${wall.ago(OLDEST_DUE)}`,
      ),
    )
    .orderBy(desc(invoices.finalized_at), desc(invoices.number));
  return rows.map(({ invoice, time_zone }) => ({ ...invoice, time_zone }));
}

/** Tries the card as the renewals and the schedule did. False where nothing was tried. */
async function refuse(gateway: Gateway, { contextAt, wall }: Place, owed: Owed, index: number): Promise<boolean> {
  const { id: invoice_id, payer_member_id, time_zone, finalized_at } = owed;
  const issued_ms = Date.parse(finalized_at ?? "") + 60_000;
  const now = Temporal.Instant.fromEpochMilliseconds(wall.now_ms);
  const ctx = contextAt(wall.now_ms, null);
  const { db, organization_id, organization } = ctx;
  const policies = policiesOf(organization);
  const place = { time_zone, policies };
  const first_failed_on = dayAt(isoInstant(issued_ms), time_zone);
  const test_method = REFUSED_CARDS[index % REFUSED_CARDS.length] ?? REFUSED_CARDS[0];
  await gateway.save(payer_member_id ?? "", issued_ms - 72 * HOUR_MS, test_method);
  const charges: Charge[] = [
    { at_ms: issued_ms, origin: "renewal" },
    ...policies.dunning_days
      .map((days) => tryOn(dayPlus(first_failed_on, days), place).epochMilliseconds)
      .filter((at_ms) => at_ms < wall.now_ms)
      .map((at_ms): Charge => ({ at_ms, origin: "retry" })),
  ];
  const failed = [];
  for (const charge of charges) {
    const settled = await gateway.collect(invoice_id, charge);
    if (settled?.attempt.status !== "failed") return false;
    failed.push({ ...charge, attempt: settled.attempt });
    if (policies.dunning_stop_codes.some((code) => code === settled.attempt.decline_code)) break;
  }
  const last = failed.at(-1);
  if (!last?.attempt.decline_code) return false;
  const is_method_refused = policies.dunning_stop_codes.some((code) => code === last.attempt.decline_code);
  const facts = { first_failed_on, tries: failed.length, is_method_refused };
  const standing = standingOf(facts, now, place);
  const is_paused = index === PAUSED_AT && standing.status === "open" && daysApart(first_failed_on, wall.today) > 0;
  const pause = {
    ...{ status: "paused" as const, next_try_at: null, next_try_source: null, in_line_since: null, stop_reason: null },
    ...{ paused_at: isoInstant(wall.now_ms - HOUR_MS), pause_reason: "Brings a new card on Friday" },
  };
  const case_id = newId();
  await db.insert(dunningCases).values({
    ...{ id: case_id, organization_id, invoice_id, ...facts, last_attempt_id: last.attempt.id },
    ...{ last_decline_code: last.attempt.decline_code, last_failed_at: isoInstant(last.at_ms) },
    ...{ created_at: isoInstant(issued_ms), updated_at: isoInstant(last.at_ms) },
    ...(is_paused ? pause : standing),
  });
  const steps = failed.map(({ at_ms, attempt }, step) => {
    const after = standingOf(
      { ...facts, tries: step + 1, is_method_refused: is_method_refused && step === failed.length - 1 },
      Temporal.Instant.fromEpochMilliseconds(at_ms),
      place,
    );
    return {
      ...{ id: newId(), organization_id, case_id, kind: "refused" as const, at: isoInstant(at_ms) },
      ...{ attempt_id: attempt.id, decline_code: attempt.decline_code, counts: true },
      ...{ next_try_at: after.next_try_at, stop_reason: after.stop_reason },
    };
  });
  await db.insert(dunningSteps).values(steps);
  if (is_paused)
    await db.insert(dunningSteps).values({
      ...{ id: newId(), organization_id, case_id, kind: "paused", at: pause.paused_at, note: pause.pause_reason },
    });
  return true;
}
