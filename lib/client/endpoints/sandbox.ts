import type { Endpoint } from "@/lib/client/endpoint";
import type * as sandbox from "@/lib/contracts/gateways/sandbox";

export const changeSandbox: Endpoint<typeof sandbox.changeSandbox> = {
  id: "sandbox.change",
  method: "PATCH",
  path: "/api/v1/sandbox",
};

export const actOnSandboxObject: Endpoint<typeof sandbox.actOnSandboxObject> = {
  id: "sandbox.act",
  method: "POST",
  path: "/api/v1/sandbox/objects/{id}/actions",
};

export const payOutSandbox: Endpoint<typeof sandbox.payOutSandbox> = {
  id: "sandbox.pay_out",
  method: "POST",
  path: "/api/v1/sandbox/payouts",
};

export const deliverSandboxEvents: Endpoint<typeof sandbox.deliverSandboxEvents> = {
  id: "sandbox.deliver",
  method: "POST",
  path: "/api/v1/sandbox/deliveries",
};

export const confirmSandboxCheckout: Endpoint<typeof sandbox.confirmSandboxCheckout> = {
  id: "sandbox_checkouts.confirm",
  method: "POST",
  path: "/api/v1/sandbox/checkouts/{token}",
};

export const answerSandboxChallenge: Endpoint<typeof sandbox.answerSandboxChallenge> = {
  id: "sandbox_checkouts.answer",
  method: "POST",
  path: "/api/v1/sandbox/checkouts/{token}/challenge",
};
