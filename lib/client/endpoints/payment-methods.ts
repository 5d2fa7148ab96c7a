import type { Endpoint } from "@/lib/client/endpoint";
import type * as links from "@/lib/contracts/gateways/method-setups";
import type * as own from "@/lib/contracts/gateways/own-payments";
import type * as methods from "@/lib/contracts/gateways/payment-methods";

export const makeDefault: Endpoint<typeof methods.makeDefault> = {
  id: "payment_methods.make_default",
  method: "PUT",
  path: "/api/v1/payment-methods/{id}/default",
};

export const removeMethod: Endpoint<typeof methods.removeMethod> = {
  id: "payment_methods.remove",
  method: "DELETE",
  path: "/api/v1/payment-methods/{id}",
};

export const requestMethod: Endpoint<typeof methods.requestMethod> = {
  id: "payment_methods.request",
  method: "POST",
  path: "/api/v1/payment-methods/requests",
  is_confidential: true,
};

export const beginSetupByLink: Endpoint<typeof links.beginSetupByLink> = {
  id: "payment_method_links.begin",
  method: "POST",
  path: "/api/v1/payment-method-links/{token}/setups",
  is_confidential: true,
};

export const checkSetupByLink: Endpoint<typeof links.checkSetupByLink> = {
  id: "payment_method_links.check",
  method: "POST",
  path: "/api/v1/payment-method-links/{token}/setups/{id}/checks",
  is_confidential: true,
};

export const makeOwnDefault: Endpoint<typeof own.makeOwnDefault> = {
  id: "me.make_payment_method_default",
  method: "PUT",
  path: "/api/v1/me/payment-methods/{id}/default",
};

export const removeOwnMethod: Endpoint<typeof own.removeOwnMethod> = {
  id: "me.remove_payment_method",
  method: "DELETE",
  path: "/api/v1/me/payment-methods/{id}",
};

export const beginOwnSetup: Endpoint<typeof own.beginOwnSetup> = {
  id: "me.begin_payment_method",
  method: "POST",
  path: "/api/v1/me/payment-methods/setups",
  is_confidential: true,
};

export const checkOwnSetup: Endpoint<typeof own.checkOwnSetup> = {
  id: "me.check_payment_method",
  method: "POST",
  path: "/api/v1/me/payment-methods/setups/{id}/checks",
  is_confidential: true,
};

export const payOwnInvoice: Endpoint<typeof own.payOwnInvoice> = {
  id: "me.pay_invoice",
  method: "POST",
  path: "/api/v1/me/invoices/{id}/payments",
  is_confidential: true,
};

export const checkOwnPayment: Endpoint<typeof own.checkOwnPayment> = {
  id: "me.check_payment",
  method: "POST",
  path: "/api/v1/me/invoices/{id}/payments/checks",
  is_confidential: true,
};
