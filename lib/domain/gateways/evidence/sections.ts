import type { EvidenceSection } from "@/lib/providers/pdf";
import { counted } from "@/lib/values/counted";
import { paymentMethodWords } from "@/lib/values/payment-method-words";
import type { CheckInMethod } from "@/lib/values/statuses";
import type { EvidenceFacts } from "./facts";
import type { Words } from "./words";

/** The tables of the pack, in the order in which a bank reads them. */
export const sectionsOf = (facts: EvidenceFacts, words: Words, payment_id: string): EvidenceSection[] => [
  agreement(facts, words),
  visits(facts, words),
  documents(facts, words),
  money(facts, words, payment_id),
  messages(facts, words),
];

const nameOf = ({ first_name, last_name }: { first_name: string; last_name: string }): string =>
  `${first_name} ${last_name}`.trim();

function agreement({ agreements, covered }: EvidenceFacts, { money, day, moment }: Words): EvidenceSection {
  const waivers = covered.flatMap((member) =>
    member.waiver_signed_at ? [`${nameOf(member)} signed the waiver on ${moment(member.waiver_signed_at)}.`] : [],
  );
  return {
    title: "Agreement",
    note: waivers.join(" ") || null,
    columns: [
      { label: "Membership", share: 3 },
      { label: "Agreed on", share: 3 },
      { label: "Terms", share: 4 },
      { label: "Price", share: 2, is_amount: true },
    ],
    rows: agreements.map((one) => [
      one.plan_name,
      moment(one.created_at),
      [
        `From ${day(one.starts_on)}${one.ends_on ? ` to ${day(one.ends_on)}` : ""}, every ${intervalOf(one)}.`,
        one.min_term_months ? `Minimum term ${counted(one.min_term_months, "month")}.` : "",
        one.notice_days > 0 ? `Notice ${counted(one.notice_days, "day")}.` : "",
        one.cancelled_on ? `Cancelled, without access from ${day(one.cancelled_on)}.` : "",
      ]
        .filter(Boolean)
        .join(" "),
      money(one.price_minor, one.currency),
    ]),
    empty: "No membership was sold with this payment.",
  };
}

const intervalOf = ({ interval_unit, interval_count }: EvidenceFacts["agreements"][number]): string =>
  interval_count === 1 ? interval_unit : `${interval_count} ${interval_unit}s`;

const methodWords: Record<CheckInMethod, string> = {
  qr: "by QR code",
  card: "by card",
  code: "by member code",
  manual: "by staff",
};

const visits = ({ visits: rows }: EvidenceFacts, { moment }: Words): EvidenceSection => ({
  title: `Visits (${rows.length})`,
  note: "Check-ins at the door, newest first, until the dispute was opened. Times are local.",
  columns: [
    { label: "Checked in", share: 3 },
    { label: "Checked out", share: 3 },
    { label: "Member", share: 3 },
    { label: "Where and how", share: 3 },
  ],
  rows: rows.map((one) => [
    moment(one.check_in_at, one.time_zone),
    one.check_out_at ? moment(one.check_out_at, one.time_zone) : "",
    nameOf(one),
    `${one.location_name}, ${methodWords[one.method]}`,
  ]),
  empty: "No visits are recorded.",
});

const documents = ({ documents: rows, lines }: EvidenceFacts, { money, day }: Words): EvidenceSection => ({
  title: "Invoices",
  note: "What the payment paid, and what was credited of it.",
  columns: [
    { label: "Document", share: 3 },
    { label: "Issued", share: 2 },
    { label: "What for", share: 5 },
    { label: "Amount", share: 2, is_amount: true },
  ],
  rows: rows.map((one) => [
    `${one.kind === "invoice" ? "Invoice" : "Credit note"} ${one.number ?? ""}`.trim(),
    one.issued_on ? day(one.issued_on) : "",
    lines
      .filter(({ invoice_id }) => invoice_id === one.id)
      .map(({ description, from_on, to_on }) =>
        from_on && to_on ? `${description}, ${day(from_on)} to ${day(to_on)}` : description,
      )
      .join("; "),
    money(one.total_minor),
  ]),
  empty: "The payment was account credit.",
});

const money = (facts: EvidenceFacts, { money: sum, day }: Words, payment_id: string): EvidenceSection => ({
  title: "Payments",
  note: "The disputed payment and earlier ones of the same payer.",
  columns: [
    { label: "Received", share: 2 },
    { label: "How", share: 3 },
    { label: "Refunded", share: 4 },
    { label: "Amount", share: 2, is_amount: true },
  ],
  rows: facts.money.map((one) => [
    day(one.received_on),
    `${paymentMethodWords.en[one.method]}${one.id === payment_id ? " (disputed)" : ""}`,
    one.refunded_minor > 0 && one.refunded_on
      ? `${sum(one.refunded_minor, one.currency)}, last on ${day(one.refunded_on)}`
      : "",
    sum(one.amount_minor, one.currency),
  ]),
  empty: "",
});

const mostCharacters = 280;

const messages = ({ messages: rows }: EvidenceFacts, { moment }: Words): EvidenceSection => ({
  title: "Messages to the customer",
  note: "What was sent until the dispute was opened, without marketing.",
  columns: [
    { label: "Sent", share: 2 },
    { label: "To", share: 3 },
    { label: "Text", share: 6 },
  ],
  rows: rows.map(({ sent_at, channel, to_address, subject, body, state }) => [
    sent_at ? moment(sent_at) : "",
    `${to_address || channel}${state === "delivered" ? ", delivered" : ""}`,
    shortened([subject, body.replace(/\s+/g, " ")].filter(Boolean).join(": ")),
  ]),
  empty: "No messages were sent.",
});

const shortened = (text: string): string => (text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text);
