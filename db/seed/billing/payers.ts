import { dayPlus, daysApart, weekdayOf } from "@/db/seed/days";
import type { BuiltLocation } from "@/db/seed/locations";
import { type Random, random } from "@/db/seed/random";
import type { Issued } from "@/lib/domain/billing/documents";
import type { PaymentMethod } from "@/lib/values/billing";
import type { CalendarDay } from "@/lib/values/calendar-day";
import type { TimedDraft } from "./bills";
import type { SeedBilling } from "./settings";

type Timed = { at_ms: number; on: CalendarDay };
type OfInvoice = Timed & { issued: Issued; from: TimedDraft };

type Share = "all" | "half" | "rounded_up";

/** What happens to invoices after their issue. */
export type MoneyAct =
  | (OfInvoice & { kind: "pay"; method: PaymentMethod; share: Share; reference: string | null; is_later: boolean })
  /** Charged to the saved card of the payer by the renewals. */
  | (OfInvoice & { kind: "charge" })
  | (OfInvoice & { kind: "bounce" })
  | (OfInvoice & { kind: "void"; reason: string })
  | (OfInvoice & { kind: "write_off"; reason: string })
  | (OfInvoice & { kind: "credit"; amount_minor: number; reason: string })
  | (OfInvoice & { kind: "refund"; amount_minor: number; reason: string });

/** Money that does not arrive at the desk. */
const paidElsewhere: readonly PaymentMethod[] = ["bank_transfer"];

const voidReasons = ["A free month was promised", "Charged by mistake"];
const nuisances = ["Showers were closed for a week", "Locker was forced open", "Sauna was out of order"];
const refundReasons = ["Could not start because of an injury", "Moved away in the first weeks"];

/** Days until a member pays at the desk or by transfer; the invoice is due after `due_days`. */
function delayOf(source: Random, due_days: number): number {
  const [least, most] = source.weighted([
    [[0, 1], 42],
    [[2, 4], 36],
    [[5, due_days], 17],
    [[due_days + 1, due_days + 14], 5],
  ] as const);
  return source.integer(least, most);
}

/** A debt of a former member is written off once its invoice is older than this number of days. */
const GIVEN_UP_AFTER = 70;

/** Only the members who are meant to be overdue today owe anything of these last days. */
const RECENT = 32;

/** The gateway was connected so many days ago, and charges as soon as a bill is issued. */
export const CARDS_SINCE = 40;
const CHARGED_AFTER_MS = 60_000;

export function payerPlans(billing: SeedBilling, slug: string) {
  const source = random(`${slug} money`);
  const habits = new Map<string, PaymentMethod>();
  const habitOf = (code: string) => {
    const known = habits.get(code) ?? random(`${slug} payer ${code}`).weighted(billing.methods);
    habits.set(code, known);
    return known;
  };

  /** A time within the opening hours, on the wanted day or on the next open day. */
  const atDesk = (location: BuiltLocation, wanted: CalendarDay): Timed => {
    let on = wanted;
    while (!location.open[weekdayOf(on)]) on = dayPlus(on, 1);
    const open = location.open[weekdayOf(on)] ?? { from: 0, to: 24 * 60 };
    const minute = source.integer(open.from + 45, open.to - 60);
    return { on, at_ms: location.wall.at(on, minute) + source.integer(0, 59) * 1000 };
  };

  const referenceOf = (method: PaymentMethod): string | null => {
    const digits = (count: number) => String(source.integer(10 ** (count - 1), 10 ** count - 1));
    if (method === "card_terminal") return digits(6);
    if (method === "cheque") return digits(6);
    if (method === "upi") return digits(12);
    return method === "bank_transfer" ? `TRF-${digits(7)}` : null;
  };

  /** Coins are rare: an amount that is not round is not paid in cash. */
  const methodOf = (code: string, amount_minor: number, is_at_desk: boolean): PaymentMethod => {
    const method = habitOf(code);
    const electronic =
      billing.methods.find(([one]) => one === "upi" || one === "card_terminal")?.[0] ?? "card_terminal";
    if (method === "cash" && amount_minor % 100 !== 0) return electronic;
    if (is_at_desk && paidElsewhere.includes(method)) return electronic;
    return method;
  };

  const pays = (issued: Issued, from: TimedDraft, when: Timed, is_at_desk: boolean): MoneyAct[] => {
    const { person } = from;
    const { open_minor } = issued;
    const base = { issued, from };
    const method = methodOf(person.code, open_minor, is_at_desk);
    const reference = referenceOf(method);
    const pay = { ...base, ...when, kind: "pay", method, reference, is_later: false } as const;
    const again = { ...pay, is_later: true, share: "all" } as const;
    const after = (days: number) => atDesk(person.location, dayPlus(when.on, days));
    const luck = source.next();
    const later = after(source.integer(3, 6));
    if (method === "cheque" && luck < 0.12)
      return [
        { ...pay, share: "all" },
        { ...base, ...later, kind: "bounce" },
        { ...again, ...after(8), method: "card_terminal", reference: referenceOf("card_terminal") },
      ];
    if (!is_at_desk && luck > 0.99)
      return [
        { ...pay, share: "half" },
        { ...again, ...later, reference: referenceOf(method) },
      ];
    if (method === "cash" && luck > 0.95) return [{ ...pay, share: "rounded_up" }];
    return [{ ...pay, share: "all" }];
  };

  /** Nuisances, refunds of first bills. */
  const corrections = (issued: Issued, from: TimedDraft, paid: Timed): MoneyAct[] => {
    const { location } = from.person;
    const { total_minor } = issued;
    const base = { issued, from };
    const luck = source.next();
    const when = atDesk(location, dayPlus(paid.on, source.integer(2, 11)));
    if (from.draft.origin === "sale" && luck < 0.013 && total_minor > 3 * billing.goodwill_minor) {
      const share = source.pick([0.5, 1]);
      const amount_minor = Math.round((total_minor * share) / 100) * 100;
      return [{ ...base, ...when, kind: "refund", amount_minor, reason: source.pick(refundReasons) }];
    }
    if (from.draft.origin === "renewal" && luck < 0.005 && total_minor > billing.goodwill_minor)
      return [
        { ...base, ...when, kind: "credit", amount_minor: billing.goodwill_minor, reason: source.pick(nuisances) },
      ];
    return [];
  };

  /** What the payer of an invoice will do. Companies pay on Mondays, all that was billed to them in the week. */
  return function planFor(issued: Issued, from: TimedDraft): MoneyAct[] {
    const { person, sold } = from;
    const { location } = person;
    const { wall } = location;
    if (issued.kind !== "invoice" || issued.open_minor === 0) return [];
    const base = { issued, from };
    if (issued.payer_company_id) {
      const on = dayPlus(issued.issued_on, 7 - weekdayOf(issued.issued_on));
      const reference = `TRF-${issued.payer_company_id.slice(-4)}${on.replaceAll("-", "").slice(2)}`.toUpperCase();
      const when = { on, at_ms: wall.at(on, 10 * 60 + 30) };
      return [{ ...base, ...when, kind: "pay", method: "bank_transfer", share: "all", reference, is_later: false }];
    }
    if (sold.unpaid_since_on && issued.due_on >= sold.unpaid_since_on) {
      const when = atDesk(location, dayPlus(issued.due_on, -1));
      const share = "half" as const;
      const method = methodOf(person.code, 0, true);
      return source.chance(0.2) && issued.due_on === sold.unpaid_since_on
        ? [{ ...base, ...when, kind: "pay", method, share, reference: referenceOf(method), is_later: false }]
        : [];
    }
    if (from.draft.origin === "sale" || from.by !== "job") {
      const when = { on: from.on, at_ms: from.at_ms + source.integer(60, 280) * 1000 };
      return [...pays(issued, from, when, true), ...corrections(issued, from, when)];
    }
    const age = daysApart(issued.issued_on, wall.today);
    const { cancelled_on } = sold;
    const is_last = cancelled_on !== null && daysApart(issued.issued_on, cancelled_on) <= 33;
    if (is_last && age > GIVEN_UP_AFTER && source.chance(0.16))
      return [
        {
          ...{ ...base, ...atDesk(location, dayPlus(issued.due_on, 60)) },
          ...{ kind: "write_off", reason: billing.write_off_reason },
        },
      ];
    if (age > RECENT && source.chance(0.0025))
      return [
        {
          ...{ ...base, ...atDesk(location, dayPlus(issued.issued_on, 1)) },
          ...{ kind: "void", reason: source.pick(voidReasons) },
        },
      ];
    const drawn = delayOf(source, billing.due_days);
    const delay = age > RECENT ? drawn : Math.min(drawn, billing.due_days - 1);
    const when = atDesk(location, dayPlus(issued.issued_on, delay));
    const usual = [...pays(issued, from, when, false), ...corrections(issued, from, when)];
    const is_charged =
      age <= CARDS_SINCE && billing.cards > 0 && random(`${slug} card ${person.code}`).chance(billing.cards);
    return is_charged ? [{ ...base, on: from.on, at_ms: from.at_ms + CHARGED_AFTER_MS, kind: "charge" }] : usual;
  };
}
