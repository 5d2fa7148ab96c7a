import type { Client } from "pg";
import { newId } from "@/db/id";
import { dayPlus, weekdayOf } from "@/db/seed/days";
import { WEEKS_OF_DAILY_COUNTS, WEEKS_WITH_TILLS } from "@/db/seed/history";
import type { BuiltLocation } from "@/db/seed/locations";
import { random } from "@/db/seed/random";
import { isoInstant } from "@/db/seed/wall-clock";
import { issueCreditNote, voidInvoice, writeOffInvoice } from "@/lib/domain/billing/corrections";
import { chargesAnything, type Draft, type Issued, issueDocuments } from "@/lib/domain/billing/documents";
import { recognizeThrough } from "@/lib/domain/billing/ledger/recognition";
import { refundPayment, reversePayment } from "@/lib/domain/billing/payments";
import { type Booking, bookPayments } from "@/lib/domain/billing/payments/book";
import type { OrganizationCard } from "@/lib/kernel/caller";
import type { CalendarDay } from "@/lib/values/calendar-day";
import type { BillingPlan, TimedDraft } from "./bills";
import { type Actor, type ContextAt, contextsOf } from "./context";
import { gatewayOf } from "./gateway";
import { type MoneyAct, payerPlans } from "./payers";
import { type Drawer, drawersOf } from "./tills";

type Year = {
  organization: OrganizationCard;
  plan: BillingPlan;
  locations: BuiltLocation[];
  drafts: TimedDraft[];
  desk: NonNullable<Actor>;
  manager: NonNullable<Actor>;
};

type Payment = MoneyAct & { kind: "pay" };
type Days = { from_on: CalendarDay; to_on: CalendarDay };
type Span = Days & { has_till: boolean };

const earlier = (a: CalendarDay, b: CalendarDay): CalendarDay => (a < b ? a : b);

/** Quarters at once at first, so that each row changes seldom, then weeks and days with a till, up to today. */
function spansOf(began_on: CalendarDay, today: CalendarDay): Span[] {
  const monday = dayPlus(today, -weekdayOf(today));
  const till_from = dayPlus(monday, -7 * WEEKS_WITH_TILLS);
  const daily_from = dayPlus(monday, -7 * WEEKS_OF_DAILY_COUNTS);
  const spans: Span[] = [];
  for (let from_on = began_on; from_on <= today; from_on = dayPlus(spans.at(-1)?.to_on ?? from_on, 1)) {
    const last_on =
      from_on < till_from
        ? earlier(dayPlus(from_on, 90), dayPlus(till_from, -1))
        : dayPlus(from_on, from_on < daily_from ? 6 : 0);
    spans.push({ from_on, to_on: last_on, has_till: from_on >= till_from });
  }
  return spans;
}

/** Without statistics, the triggers of the next rows scan whole tables. */
const ANALYZED_SPANS = [0, 3];
const analyze = `analyze invoices, invoice_lines, invoice_settlements, payments, journal_entries, journal_lines, account_credits,
  till_sessions, till_movements`;

/**
 * Writes the documents and the money of a year with the code that the application bills and books with: the documents of a span of
 * days, what was paid and corrected in it, and the count of its tills. Recognition follows day by day.
 */
export async function writeYear(
  client: Client,
  year: Year,
  onSpan: (done: number, all: number) => void,
): Promise<void> {
  const [first] = year.locations;
  if (!first) return;
  const contextAt = contextsOf(client, year.organization);
  const books = booksOf(year, contextAt);
  const spans = spansOf(year.plan.began_on, first.wall.today);
  const drafts = year.drafts.toSorted((a, b) => a.at_ms - b.at_ms);
  let next = 0;
  for (const [index, span] of spans.entries()) {
    const due: TimedDraft[] = [];
    for (let draft = drafts[next]; draft && draft.on <= span.to_on; draft = drafts[++next]) due.push(draft);
    await books.writeSpan(span, due);
    if (ANALYZED_SPANS.includes(index)) await client.query(analyze);
    onSpan(index + 1, spans.length);
  }
  await books.gateway?.finish();
  for (const { id, seed, wall } of year.locations) {
    const location = { id, name: seed.name, time_zone: wall.zone };
    await recognizeThrough(contextAt(wall.now_ms, null), location, wall.ago(1));
  }
}

function booksOf({ plan, locations, desk, manager }: Year, contextAt: ContextAt) {
  const { gym } = plan;
  const { billing } = gym;
  const source = random(`${gym.slug} books`);
  const planFor = payerPlans(billing, gym.slug);
  const drawers = drawersOf({ billing, source, contextAt, desk });
  const now_ms = locations[0]?.wall.now_ms ?? 0;
  const gateway =
    billing.cards > 0 && locations[0] ? gatewayOf({ contextAt, wall: locations[0].wall, slug: gym.slug }) : null;
  const state: Books = { acts: [], open: new Map(), payments: new Map(), drawers: new Map(), last_note_ms: 0 };

  async function issue(all: readonly TimedDraft[]): Promise<void> {
    const due = all.filter(({ draft }) => chargesAnything(draft));
    if (due.length === 0) return;
    const of = new Map<Draft, TimedDraft>(due.map((one) => [one.draft, one]));
    const actorOf = ({ by }: TimedDraft) => (by === "job" ? null : by === "desk" ? desk.id : manager.id);
    const issued = await issueDocuments(
      contextAt(due.at(-1)?.at_ms ?? now_ms, null),
      due.map(({ draft }) => draft),
      {
        issued: (draft) => {
          const timed = of.get(draft) as TimedDraft;
          return { at: isoInstant(timed.at_ms), by: actorOf(timed) };
        },
      },
    );
    for (const [index, document] of issued.entries()) {
      const timed = due[index] as TimedDraft;
      state.open.set(document.id, document.open_minor);
      state.acts.push(...planFor(document, timed));
    }
  }

  /** A document that becomes account credit stands alone, so that it pays nothing that was issued before it. */
  async function issueInOrder(due: readonly TimedDraft[]): Promise<void> {
    let batch: TimedDraft[] = [];
    for (const one of due) {
      if (netOf(one.draft) >= 0) batch.push(one);
      else {
        await issue(batch);
        await issue([one]);
        state.last_note_ms = one.at_ms;
        batch = [];
      }
    }
    await issue(batch);
  }

  async function pay(acts: readonly Payment[]): Promise<void> {
    // A company pays all of its invoices at once.
    const together = new Map<string, Payment[]>();
    for (const act of acts) {
      const { payer_company_id, location_id, id } = act.issued;
      const key = payer_company_id ? `${payer_company_id} ${location_id} ${act.on}` : `${id} ${act.at_ms}`;
      together.set(key, [...(together.get(key) ?? []), act]);
    }
    const bookings = [...together.values()].flatMap((parts) => paymentOf(state, parts, { desk, manager, billing }));
    if (bookings.length > 0) await bookPayments(contextAt(acts.at(-1)?.at_ms ?? now_ms, desk), bookings);
  }

  /** What was paid, then what was corrected of it, then what was paid once more. So few statements store many payments. */
  async function settle(acts: readonly MoneyAct[]): Promise<void> {
    const payments = acts.filter((act) => act.kind === "pay");
    await pay(payments.filter(({ is_later }) => !is_later));
    for (const act of acts) if (act.kind === "charge") await charge(act);
    for (const act of acts)
      if (act.kind !== "pay" && act.kind !== "charge")
        await correct(state, act, contextAt(Math.max(act.at_ms, state.last_note_ms), manager));
    await pay(payments.filter(({ is_later }) => is_later));
  }

  async function charge({ issued: { id }, at_ms }: MoneyAct): Promise<void> {
    const payment = await gateway?.charge(id, at_ms);
    if (!payment) return;
    state.open.set(id, 0);
    state.payments.set(id, payment);
  }

  async function writeSpan(span: Span, due: readonly TimedDraft[]): Promise<void> {
    for (const location of locations) {
      const drawer = span.has_till ? await drawers.open(location, span) : null;
      if (drawer) state.drawers.set(location.id, drawer);
      else state.drawers.delete(location.id);
    }
    await issueInOrder(due);
    const isDue = ({ on, at_ms }: MoneyAct) => on <= span.to_on && at_ms <= now_ms;
    const acts = state.acts.filter(isDue).toSorted((a, b) => a.at_ms - b.at_ms);
    state.acts = state.acts.filter((act) => !isDue(act));
    await settle(acts);
    for (const drawer of state.drawers.values()) {
      await drawers.spend(drawer, now_ms);
      await drawers.close(drawer, now_ms);
    }
  }

  return { writeSpan, gateway };
}

/** What the books hold while a year is written. */
type Books = {
  acts: MoneyAct[];
  /** What is open of each invoice. */
  open: Map<string, number>;
  /** The last payment of each invoice. */
  payments: Map<string, { id: string; method: Booking["method"]; amount_minor: number }>;
  drawers: Map<string, Drawer>;
  /** When the last credit note was issued. Numbers rise with the day, so a correction does not come before it. */
  last_note_ms: number;
};

const netOf = ({ lines }: Draft): number =>
  lines.reduce((sum, { list_minor, discount_minor }) => sum + list_minor - discount_minor, 0);

type Money = Pick<Booking, "method" | "by"> & {
  at_ms: number;
  on: CalendarDay;
  reference?: string | null;
  amount_minor?: number;
};

function bookingOf(state: Books, owed: readonly Issued[], money: Money): Booking[] {
  const [first] = owed;
  const shares = owed
    .map(({ id }) => ({ id, amount_minor: state.open.get(id) ?? 0 }))
    .filter(({ amount_minor }) => amount_minor > 0);
  const total = shares.reduce((sum, { amount_minor }) => sum + amount_minor, 0);
  if (!first || total === 0) return [];
  const { payer_member_id, payer_company_id, location_id, legal_entity_id, currency } = first;
  const amount_minor = money.amount_minor ?? total;
  const paid = amount_minor < total ? shares.map(({ id }) => ({ id, amount_minor })) : shares;
  const drawer = state.drawers.get(location_id);
  const till = drawer && drawer.opened_ms <= money.at_ms && money.at_ms <= drawer.closes_ms ? drawer : null;
  const method = money.method === "cash" && !till ? "card_terminal" : money.method;
  if (method === "cash" && till) till.cash_minor += amount_minor;
  const id = newId();
  for (const share of paid) {
    state.open.set(share.id, (state.open.get(share.id) ?? 0) - share.amount_minor);
    state.payments.set(share.id, { id, method, amount_minor: share.amount_minor });
  }
  return [
    {
      ...{ id, payer: { payer_member_id, payer_company_id } as Booking["payer"], method, amount_minor },
      place: { location_id, legal_entity_id, currency },
      ...{ received_on: money.on, reference: money.reference ?? null, note: null, shares: paid },
      ...{ till_session_id: till?.id ?? null, at: isoInstant(money.at_ms), by: money.by },
    },
  ];
}

type Staff = { desk: NonNullable<Actor>; manager: NonNullable<Actor>; billing: BillingPlan["gym"]["billing"] };

function paymentOf(state: Books, acts: readonly Payment[], { desk, manager, billing }: Staff): Booking[] {
  const [first] = acts;
  if (!first) return [];
  const { method, share, at_ms, on, reference } = first;
  const owed = acts.map(({ issued }) => issued);
  const open_minor = owed.reduce((sum, { id }) => sum + (state.open.get(id) ?? 0), 0);
  const unit = billing.cash.find((value) => value <= open_minor / 4) ?? 100;
  const amounts = {
    all: open_minor,
    half: Math.max(100, Math.round(open_minor / 200) * 100),
    rounded_up: Math.ceil(open_minor / unit) * unit,
  };
  const by = method === "bank_transfer" ? manager.id : desk.id;
  return bookingOf(state, owed, { at_ms, on, method, reference, by, amount_minor: amounts[share] });
}

async function correct(
  state: Books,
  act: Exclude<MoneyAct, { kind: "pay" | "charge" }>,
  ctx: ReturnType<ContextAt>,
): Promise<void> {
  const { id, total_minor } = act.issued;
  const open_minor = state.open.get(id) ?? 0;
  const payment = state.payments.get(id);
  // Account credit may have paid for it in the meantime: then there is nothing left to do.
  if (act.kind === "void") {
    if (open_minor < total_minor) return;
    await voidInvoice.within(ctx, { id, reason: act.reason });
    state.open.set(id, 0);
  } else if (act.kind === "write_off") {
    if (open_minor === 0) return;
    await writeOffInvoice.within(ctx, { id, reason: act.reason });
    state.open.set(id, 0);
  } else if (act.kind === "bounce") {
    if (payment?.method !== "cheque") return;
    await reversePayment.within(ctx, { id: payment.id, reason: "The bank returned the cheque" });
    state.open.set(id, act.issued.open_minor);
    state.payments.delete(id);
  } else if (act.kind === "credit") {
    const { amount_minor, reason } = act;
    const { settled_minor } = await issueCreditNote.within(ctx, { id, amount_minor, reason });
    state.open.set(id, open_minor - settled_minor);
  } else if (payment && open_minor === 0 && payment.method !== "cash") {
    const amount_minor = Math.min(act.amount_minor, payment.amount_minor);
    await refundPayment.within(ctx, { id: payment.id, amount_minor, reason: act.reason, invoice_id: id });
  }
}
