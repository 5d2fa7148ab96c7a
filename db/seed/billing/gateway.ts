import { and, asc, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { newId } from "@/db/id";
import { gatewayCustomers, gatewayEvents, invoices, members, paymentGateways, sandboxObjects } from "@/db/schema";
import { random } from "@/db/seed/random";
import { isoInstant, type WallClock } from "@/db/seed/wall-clock";
import { requestOf } from "@/lib/domain/gateways/attempts/call-gateway";
import { type Reserved, reserveAttempts } from "@/lib/domain/gateways/attempts/reserve";
import { type Settled, settleAttempts } from "@/lib/domain/gateways/attempts/settle";
import { applyDispute } from "@/lib/domain/gateways/disputes/apply-dispute";
import { saveMethod } from "@/lib/domain/gateways/methods/save-method";
import { applyPayout } from "@/lib/domain/gateways/payouts/settle-payout";
import { sandboxAccountRef } from "@/lib/domain/gateways/sandbox/open";
import type { GatewayResult } from "@/lib/providers/payments";
import {
  actOn,
  answerSetupChallenge,
  confirmSetup,
  inVendor,
  MemoryStore,
  openDispute,
  type SandboxOptions,
  sandboxGateway,
  type Vendor,
} from "@/lib/providers/payments/sandbox";
import type { AttemptOrigin } from "@/lib/values/gateways";
import type { ContextAt } from "./context";
import { writeDunning } from "./dunning";
import { CARDS_SINCE } from "./payers";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Of the log, the newest. */
const EVENTS_SHOWN = 60;

type Seed = { contextAt: ContextAt; wall: WallClock; slug: string };
type Collected = { charge_ref: string; at_ms: number; due_on: string };
export type InvoiceRow = typeof invoices.$inferSelect;
export type Charge = { at_ms: number; origin: AttemptOrigin };
export type SeedGateway = ReturnType<typeof gatewayOf>;

/**
 * The sandbox of a demo gym. The vendor is played in memory at the times of the past, and its objects are stored at the end, so that the
 * running product goes on with them.
 */
export function gatewayOf({ contextAt, wall, slug }: Seed) {
  const ids = random(`${slug} sandbox`);
  const store = new MemoryStore();
  const cards = new Map<string, string>();
  const collected: Collected[] = [];
  const [connected_ms, id] = [wall.at(wall.ago(CARDS_SINCE + 5), 11 * 60), ids.id(wall.now_ms)];
  let clock_ms = connected_ms;
  let is_connected = false;
  const first = contextAt(connected_ms, null);
  const options: SandboxOptions = {
    ...{ store, account_ref: sandboxAccountRef(id), currency: first.organization.currency, webhook_secret: "" },
    // Tokens are made from the refs when a page asks for them.
    tokenOf: () => "",
    clock: { now: () => Temporal.Instant.fromEpochMilliseconds(clock_ms) },
    newId: () => ids.id(clock_ms),
  };
  const gateway = sandboxGateway(options);
  const act = <T>(at_ms: number, work: (vendor: Vendor) => Promise<T>): Promise<T> => {
    clock_ms = at_ms;
    return inVendor(options, work);
  };

  async function connect(): Promise<void> {
    if (is_connected) return;
    is_connected = true;
    const { db, organization_id, now } = first;
    const at = now.toString();
    await db.insert(paymentGateways).values({
      ...{ id, organization_id, vendor: "sandbox", is_live: false, created_at: at, updated_at: at },
      ...{ account_ref: options.account_ref, account_name: "Sandbox" },
    });
  }

  /** The payer saved a test card before. Once for each payer. */
  async function save(member_id: string, at_ms: number, test_method: string): Promise<void> {
    if (cards.has(member_id)) return;
    cards.set(member_id, test_method);
    await connect();
    const ctx = contextAt(at_ms, null);
    const { db, organization_id, organization } = ctx;
    const [member] = await db
      .select()
      .from(members)
      .where(and(eq(members.organization_id, organization_id), eq(members.id, member_id)));
    if (!member) throw new Error(`There is no member ${member_id}`);
    clock_ms = at_ms;
    const { first_name, email, phone } = member;
    const { customer_ref } = answerOf(
      await gateway.createCustomer({ payer_id: member_id, name: first_name, email, phone }, `customer-${member_id}`),
    );
    await db.insert(gatewayCustomers).values({
      ...{ organization_id, gateway_id: id, payer_member_id: member_id, customer_ref, created_at: isoInstant(at_ms) },
    });
    const setup = answerOf(
      await gateway.startSetup({
        ...{ key: `setup-${member_id}`, setup_id: newId(), customer_ref, currency: organization.currency },
        ...{ mandate: { max_minor: 0, expires_at: null, method_kind: null }, return_url: "http://localhost/" },
      }),
    );
    await act(at_ms, async (vendor) => {
      const stored = await vendor.tx.find("setup", setup.ref);
      const confirmed = stored && (await confirmSetup(vendor, stored, test_method));
      return confirmed?.data.challenge ? answerSetupChallenge(vendor, confirmed, true) : confirmed;
    });
    const method = answerOf(await gateway.findSetup(setup.ref))?.method;
    if (!method) throw new Error(`The card ${test_method} was not saved`);
    await saveMethod(ctx, { gateway_id: id, payer_member_id: member_id, payer_company_id: null, method });
  }

  /** Reserve, call and settle, at a time of the past. Null: it was not charged. */
  async function collect(invoice_id: string, { at_ms, origin }: Charge): Promise<Settled | null> {
    const ctx = contextAt(at_ms, null);
    const { reserved } = await reserveAttempts(ctx, { invoice_ids: [invoice_id], origin });
    const [one] = reserved;
    if (!one?.method) return null;
    clock_ms = at_ms;
    const { customer_ref, method_ref } = one.method;
    const result = await gateway.charge({ ...requestOf(ctx.organization, one), customer_ref, method_ref });
    const [settled] = await settleAttempts(ctx, [{ attempt_id: one.attempt.id, result }]);
    return settled ?? null;
  }

  /** A renewal that the saved card of its payer pays. */
  async function charge(invoice_id: string, at_ms: number) {
    const invoice = await invoiceOf(invoice_id);
    if (!invoice?.payer_member_id || invoice.open_minor === 0) return null;
    await save(invoice.payer_member_id, at_ms - 3 * DAY_MS, cards.size % 3 === 1 ? "tm_mastercard" : "tm_visa");
    const settled = await collect(invoice_id, { at_ms, origin: "renewal" });
    const { charge_ref, payment_id } = settled?.attempt ?? {};
    if (!charge_ref || !payment_id) return null;
    collected.push({ charge_ref, at_ms, due_on: invoice.due_on ?? "" });
    return { id: payment_id, method: "card" as const, amount_minor: invoice.open_minor };
  }

  async function invoiceOf(invoice_id: string): Promise<InvoiceRow | undefined> {
    const { db, organization_id } = first;
    const [row] = await db
      .select()
      .from(invoices)
      .where(and(eq(invoices.organization_id, organization_id), eq(invoices.id, invoice_id)));
    return row;
  }

  /** The bank took a payment back and gave it back after the evidence, and asks about another one. */
  async function dispute(): Promise<void> {
    const [old, ...later] = collected.toSorted((a, b) => a.at_ms - b.at_ms);
    if (old && old.at_ms + 14 * DAY_MS < wall.now_ms) {
      const opened_ms = old.at_ms + 5 * DAY_MS;
      const { ref } = await act(opened_ms, (vendor) =>
        openDispute(vendor, { ...old, ...fraudulent, is_inquiry: false }),
      );
      await hear(ref, opened_ms);
      await act(opened_ms + 6 * DAY_MS, async (vendor) => {
        const found = await vendor.tx.find("dispute", ref);
        return found && actOn(vendor, found, "win");
      });
      await hear(ref, opened_ms + 6 * DAY_MS);
    }
    // Its invoice is not due yet, so that nobody is overdue because of it.
    const asked = later.findLast(({ at_ms, due_on }) => at_ms < wall.now_ms - DAY_MS && due_on >= wall.today);
    const last = asked ?? later.findLast(({ at_ms }) => at_ms < wall.now_ms - DAY_MS);
    if (!last) return;
    const at_ms = wall.now_ms - 5 * HOUR_MS;
    const { ref } = await act(at_ms, (vendor) => openDispute(vendor, { ...last, ...fraudulent, is_inquiry: !asked }));
    await hear(ref, at_ms);
  }

  async function hear(ref: string, at_ms: number): Promise<void> {
    clock_ms = at_ms;
    const state = answerOf(await gateway.findDispute(ref));
    if (state) await applyDispute(contextAt(at_ms, null), id, state);
  }

  /** The sandbox pays out each midnight, and the bank has the money two days later. */
  async function payOut(): Promise<void> {
    clock_ms = wall.now_ms;
    const listed = answerOf(await gateway.listPayouts(isoInstant(connected_ms).slice(0, 10)));
    for (const state of listed) {
      const arrived_ms = Math.min(Date.parse(`${state.arrives_on}T06:00:00Z`), wall.now_ms);
      await applyPayout(contextAt(arrived_ms, null), id, state, await gateway.listBalanceItems(state.ref));
    }
  }

  /** A payer has opened the form of a bill and not confirmed it with the bank yet. */
  async function beginOne(): Promise<void> {
    const at_ms = wall.now_ms - HOUR_MS;
    const ctx = contextAt(at_ms, null);
    const { db, organization_id } = ctx;
    const [open] = await db
      .select({ id: invoices.id })
      .from(invoices)
      .where(
        and(
          eq(invoices.organization_id, organization_id),
          gt(invoices.open_minor, 0),
          isNotNull(invoices.payer_member_id),
          isNull(invoices.voided_at),
          sql`${invoices.due_on} >= ${wall.today}`,
        ),
      )
      .orderBy(asc(invoices.number))
      .limit(1);
    if (!open) return;
    const { reserved } = await reserveAttempts(ctx, { invoice_ids: [open.id], origin: "member", is_present: true });
    const [one] = reserved;
    if (one) await settleAttempts(ctx, [{ attempt_id: one.attempt.id, result: await startPage(one, at_ms) }]);
  }

  function startPage(one: Reserved, at_ms: number) {
    clock_ms = at_ms;
    const request = requestOf(first.organization, one);
    return gateway.startCheckout({ ...request, customer_ref: null, mandate: null, return_url: "http://localhost/" });
  }

  /** The vendor's database, and the log of its events. */
  async function storeVendor(): Promise<void> {
    const { db, organization_id } = first;
    const at = isoInstant(wall.now_ms);
    const objects = store.objects().map(({ ref, kind, data, owner_ref, parent_ref, due_at, created_at }) => ({
      ...{ id: newId(), organization_id, gateway_id: id, kind, ref, owner_ref, parent_ref, due_at, created_at },
      ...{ data: data as unknown as Record<string, unknown>, updated_at: at },
    }));
    if (objects.length > 0) await db.insert(sandboxObjects).values(objects);
    const events = store.events.slice(-EVENTS_SHOWN).map(({ type, subject, ref, created_at }) => {
      const event_id = `sevt_${ids.id(Date.parse(created_at)).replaceAll("-", "")}`;
      return {
        ...{ id: newId(), organization_id, gateway_id: id, vendor: "sandbox" as const, event_id, type, subject, ref },
        payload: { id: event_id, type, created_at, account_ref: options.account_ref, data: { subject, ref } },
        ...{ status: "processed" as const, tries: 1, received_at: created_at, processed_at: created_at },
      };
    });
    if (events.length > 0) await db.insert(gatewayEvents).values(events);
    await db
      .update(paymentGateways)
      .set({ last_event_at: events.at(-1)?.received_at ?? null })
      .where(and(eq(paymentGateways.organization_id, organization_id), eq(paymentGateways.id, id)));
  }

  async function finish(): Promise<void> {
    if (!is_connected) return;
    await dispute();
    await beginOne();
    await writeDunning({ save, collect }, { contextAt, wall });
    await payOut();
    await storeVendor();
  }

  return { charge, collect, save, finish };
}

const fraudulent = { reason: "fraudulent" };

function answerOf<T>(result: GatewayResult<T>): T {
  if (result.outcome === "answered") return result.value;
  throw new Error(result.message);
}
