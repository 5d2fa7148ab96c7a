import type { Endpoint } from "@/lib/client/endpoint";
import type * as account from "@/lib/contracts/billing/account";
import type * as payments from "@/lib/contracts/billing/payments";
import type * as till from "@/lib/contracts/billing/till";
import type * as tillSales from "@/lib/contracts/members/till-sales";

export const recordPayment: Endpoint<typeof payments.recordPayment> = {
  id: "payments.record",
  method: "POST",
  path: "/api/v1/payments",
};

export const recordSplitPayment: Endpoint<typeof payments.recordSplitPayment> = {
  id: "payments.split",
  method: "POST",
  path: "/api/v1/payments/splits",
};

export const reversePayment: Endpoint<typeof payments.reversePayment> = {
  id: "payments.reverse",
  method: "POST",
  path: "/api/v1/payments/{id}/reversals",
};

export const refundPayment: Endpoint<typeof payments.refundPayment> = {
  id: "payments.refund",
  method: "POST",
  path: "/api/v1/payments/{id}/refunds",
};

export const grantCredit: Endpoint<typeof account.grantCredit> = {
  id: "credits.grant",
  method: "POST",
  path: "/api/v1/members/{id}/credits",
};

export const openTill: Endpoint<typeof till.openTill> = {
  id: "till.open",
  method: "POST",
  path: "/api/v1/till-sessions",
};

export const moveCash: Endpoint<typeof till.moveCash> = {
  id: "till.move",
  method: "POST",
  path: "/api/v1/till-sessions/{id}/movements",
};

export const closeTill: Endpoint<typeof till.closeTill> = {
  id: "till.close",
  method: "POST",
  path: "/api/v1/till-sessions/{id}/closings",
};

export const depositCash: Endpoint<typeof till.depositCash> = {
  id: "bank_deposits.create",
  method: "POST",
  path: "/api/v1/bank-deposits",
};

export const quoteTillSale: Endpoint<typeof tillSales.quoteTillSale> = {
  id: "till.quote",
  method: "POST",
  path: "/api/v1/till-sales/quotes",
  writes_nothing: true,
};

export const sellAtTill: Endpoint<typeof tillSales.sellAtTill> = {
  id: "till.sell",
  method: "POST",
  path: "/api/v1/till-sales",
};
