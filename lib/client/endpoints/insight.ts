import type { Endpoint } from "@/lib/client/endpoint";
import type * as gettingStarted from "@/lib/contracts/insight/getting-started";

export const updateGettingStarted: Endpoint<typeof gettingStarted.updateGettingStarted> = {
  id: "getting_started.update",
  method: "PATCH",
  path: "/api/v1/dashboard/getting-started",
};

export const openDesk: Endpoint<typeof gettingStarted.openDesk> = {
  id: "getting_started.open_desk",
  method: "POST",
  path: "/api/v1/dashboard/getting-started/desk-openings",
};
