import type { Endpoint } from "@/lib/client/endpoint";
import type * as attempts from "@/lib/contracts/gateways/payment-attempts";
import type * as links from "@/lib/contracts/gateways/payment-links";

export const createPaymentLink: Endpoint<typeof links.createPaymentLink> = {
  id: "payment_links.create",
  method: "POST",
  path: "/api/v1/invoices/{id}/payment-links",
  is_confidential: true,
};

export const readPaymentLink: Endpoint<typeof links.readPaymentLink> = {
  id: "payment_links.read",
  method: "GET",
  path: "/api/v1/payment-links/{token}",
};

export const payByLink: Endpoint<typeof links.payByLink> = {
  id: "payment_links.pay",
  method: "POST",
  path: "/api/v1/payment-links/{token}/payments",
  is_confidential: true,
};

export const checkLinkPayment: Endpoint<typeof links.checkLinkPayment> = {
  id: "payment_links.check",
  method: "POST",
  path: "/api/v1/payment-links/{token}/checks",
  is_confidential: true,
};

export const renewPaymentLink: Endpoint<typeof links.renewPaymentLink> = {
  id: "payment_links.renew",
  method: "POST",
  path: "/api/v1/payment-links/{token}/renewals",
  is_confidential: true,
};

export const mailLinkReceipt: Endpoint<typeof links.mailLinkReceipt> = {
  id: "payment_links.mail_receipt",
  method: "POST",
  path: "/api/v1/payment-links/{token}/receipt-mails",
  is_confidential: true,
};

export const chargeInvoice: Endpoint<typeof attempts.chargeInvoice> = {
  id: "payment_attempts.create",
  method: "POST",
  path: "/api/v1/invoices/{id}/payment-attempts",
};
