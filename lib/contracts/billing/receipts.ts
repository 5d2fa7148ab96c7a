import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id } from "@/lib/contracts/fields";

const pdf = z.custom<{ toResponse(headers: Record<string, string>): Response }>();
const download = { content_types: ["application/pdf"] };

export const getPaymentReceipt = contract({
  id: "payments.receipt",
  scope: "location",
  method: "GET",
  path: "/api/v1/payments/{id}/receipt",
  access: "invoices.read",
  tag: "Payments",
  input: z.strictObject({ id }),
  output: pdf,
  download,
  errors: ["not_found"],
});

export const getRefundReceipt = contract({
  id: "refunds.receipt",
  scope: "location",
  method: "GET",
  path: "/api/v1/refunds/{id}/receipt",
  access: "invoices.read",
  tag: "Payments",
  input: z.strictObject({ id }),
  output: pdf,
  download,
  errors: ["not_found"],
});

export const getOwnReceipt = contract({
  id: "me.receipt",
  scope: "own",
  method: "GET",
  path: "/api/v1/me/payments/{id}/receipt",
  access: "invoices.read_own",
  tag: "Member's own",
  input: z.strictObject({ id }),
  output: pdf,
  download,
  errors: ["not_found"],
});
