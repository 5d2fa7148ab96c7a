import type { Endpoint } from "@/lib/client/endpoint";
import type * as checkIns from "@/lib/contracts/access/check-ins";
import type * as occupancy from "@/lib/contracts/access/occupancy";
import type * as passes from "@/lib/contracts/access/passes";

export const createCheckIn: Endpoint<typeof checkIns.createCheckIn> = {
  id: "check_ins.create",
  method: "POST",
  path: "/api/v1/check-ins",
};

export const listCheckIns: Endpoint<typeof checkIns.listCheckIns> = {
  id: "check_ins.list",
  method: "GET",
  path: "/api/v1/check-ins",
};

export const checkOut: Endpoint<typeof checkIns.checkOut> = {
  id: "check_ins.check_out",
  method: "POST",
  path: "/api/v1/check-ins/{id}/check-outs",
};

export const undoCheckIn: Endpoint<typeof checkIns.undoCheckIn> = {
  id: "check_ins.undo",
  method: "DELETE",
  path: "/api/v1/check-ins/{id}",
};

export const getOccupancy: Endpoint<typeof occupancy.getOccupancy> = {
  id: "occupancy.get",
  method: "GET",
  path: "/api/v1/occupancy",
};

export const getOwnPass: Endpoint<typeof passes.getOwnPass> = { id: "me.pass", method: "GET", path: "/api/v1/me/pass" };
