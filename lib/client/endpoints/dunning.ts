import type { Endpoint } from "@/lib/client/endpoint";
import type * as dunning from "@/lib/contracts/dunning/dunning";

export const pauseDunning: Endpoint<typeof dunning.pauseDunning> = {
  id: "dunning.pause",
  method: "POST",
  path: "/api/v1/dunning/{id}/pause",
};

export const resumeDunning: Endpoint<typeof dunning.resumeDunning> = {
  id: "dunning.resume",
  method: "POST",
  path: "/api/v1/dunning/{id}/resume",
};

export const updateDunning: Endpoint<typeof dunning.updateDunning> = {
  id: "dunning.update",
  method: "PATCH",
  path: "/api/v1/dunning/{id}",
};

export const tryDunning: Endpoint<typeof dunning.tryDunning> = {
  id: "dunning.try",
  method: "POST",
  path: "/api/v1/dunning/{id}/tries",
};
