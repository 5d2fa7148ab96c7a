import { documented } from "@/lib/contracts/documented";
import * as paymentLinks from "./payment-links";

const token = "AZj0omwefVKdCz8fWmt8AQ.3q2-7w8x9y0z1a2b3c4d5e6f7g8h9i0j1k2l3m4n5o6";
const expires_at = "2026-12-07T09:00:00.000Z";

export const exampleBill = {
  gym_name: "Iron Temple",
  brand_color: "#0d6b68",
  locale: "en-US",
  payer: "John D.",
  invoice_number: "INV-00042",
  title: "Unlimited",
  from_on: "2026-11-26",
  to_on: "2026-12-25",
  due_on: "2026-11-30",
  amount_minor: 5_900,
  currency: "USD",
  status: "open" as const,
  is_live: false,
  form: { vendor: "sandbox" as const },
  saves_method: null,
  saved_methods: [
    {
      id: "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7c07",
      kind: "card" as const,
      brand: "Visa",
      last4: "4242",
      is_default: true,
    },
  ],
  has_receipt: false,
  expires_at,
};

export const begunPayment = {
  status: "requires_action" as const,
  decline: null,
  action: { kind: "sandbox" as const, token: "AZj0omwefVKdCz8fWmt8AQ.x" },
  bill: exampleBill,
};

export const paymentLinksDocs = documented(paymentLinks, {
  createPaymentLink: {
    summary: "Make a link to pay an invoice without signing in",
    description:
      "The link is shown once, because only its hash is stored. It shows this invoice and no other data. With `send_to_payer` it is also sent, and the log of messages does not show it.",
    example: {
      input: { id: "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7c03", valid_days: 7, send_to_payer: true },
      output: {
        id: "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7c06",
        invoice_id: "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7c03",
        url: `https://gym.example.com/pay/${token}`,
        expires_at,
        sent_to: { channel: "email", to_name: "John Doe", to_address: "john@example.com" },
      },
    },
  },
  readPaymentLink: { summary: "Read the bill of a link", example: { input: { token }, output: exampleBill } },
  payByLink: {
    summary: "Begin to pay by a link",
    description: "An invoice has one payment at a time, so a repetition goes on with the payment that was begun.",
    example: {
      input: { token, saves_method: false, payment_method_id: null, method_kind: null },
      output: begunPayment,
    },
  },
  checkLinkPayment: {
    summary: "Ask what became of a payment by link",
    example: {
      input: { token },
      output: {
        status: "succeeded",
        decline: null,
        action: null,
        bill: { ...exampleBill, amount_minor: 0, status: "paid", form: null, saved_methods: [], has_receipt: true },
      },
    },
  },
  renewPaymentLink: {
    summary: "Send the payer a new link",
    description:
      "Where a link has expired and its invoice is still open, a new one is sent to the payer's own address, at most one an hour and three a day. The answer is always the same.",
    example: { input: { token }, output: { is_accepted: true as const } },
  },
  getLinkReceipt: {
    summary: "Download the receipt of a payment by link",
    description:
      "Of a payment that was made by this link. A link that was not sent to the payer prints the payer's first name and initial, and no address.",
    example: { input: { token }, output: { toResponse: (headers) => new Response(null, { headers }) } },
  },
  mailLinkReceipt: {
    summary: "Mail the receipt of a payment by link to the payer",
    example: { input: { token }, output: { is_on_its_way: true } },
  },
});
