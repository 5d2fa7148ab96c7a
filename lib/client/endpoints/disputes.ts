import type { Endpoint } from "@/lib/client/endpoint";
import type * as disputes from "@/lib/contracts/gateways/disputes";

export const submitEvidence: Endpoint<typeof disputes.submitEvidence> = {
  id: "disputes.submit",
  method: "POST",
  path: "/api/v1/disputes/{id}/evidence",
};
