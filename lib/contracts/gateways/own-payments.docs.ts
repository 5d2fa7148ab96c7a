import { documented } from "@/lib/contracts/documented";
import { exampleSetup, savedSetup } from "./method-setups.docs";
import * as ownPayments from "./own-payments";
import { begunPayment, exampleBill } from "./payment-links.docs";
import { exampleMethod, exampleRemoved } from "./payment-methods.docs";

const { id } = exampleMethod;
const invoice_id = "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7c03";
const bill = { ...exampleBill, expires_at: null };
const paid = { ...bill, amount_minor: 0, status: "paid" as const, form: null };

export const ownPaymentsDocs = documented(ownPayments, {
  listOwnMethods: {
    summary: "List the member's own payment methods",
    example: {
      input: {},
      output: {
        data: [exampleMethod],
        form: { vendor: "stripe", publishable_key: "pk_live_51", units: null, currency: "usd" },
        currency: "USD",
        is_live: true,
      },
    },
  },
  makeOwnDefault: {
    summary: "Make one of the member's own payment methods the default",
    example: { input: { id }, output: exampleMethod },
  },
  removeOwnMethod: {
    summary: "Remove one of the member's own payment methods",
    example: { input: { id }, output: exampleRemoved },
  },
  beginOwnSetup: {
    summary: "Begin to save a payment method",
    description: "A member saves one method at a time, so a repetition goes on with the one that was begun.",
    example: { input: { method_kind: null }, output: exampleSetup },
  },
  checkOwnSetup: {
    summary: "Ask whether a payment method was saved",
    example: { input: { id: exampleSetup.id }, output: savedSetup },
  },
  readOwnBill: {
    summary: "Read what is to be paid of the member's own invoice",
    example: { input: { id: invoice_id }, output: bill },
  },
  payOwnInvoice: {
    summary: "Begin to pay the member's own invoice",
    description: "An invoice has one payment at a time, so a repetition goes on with the payment that was begun.",
    example: {
      input: { id: invoice_id, saves_method: true, payment_method_id: null, method_kind: null },
      output: { ...begunPayment, bill },
    },
  },
  checkOwnPayment: {
    summary: "Ask what became of a payment of the member's own invoice",
    example: {
      input: { id: invoice_id },
      output: { status: "succeeded", decline: null, action: null, bill: paid },
    },
  },
});
