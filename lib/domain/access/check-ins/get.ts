import * as contracts from "@/lib/contracts/access/check-ins";
import { operation } from "@/lib/kernel/operation";
import { getScan } from "./scans";

export const getCheckIn = operation(contracts.getCheckIn, (ctx, { id }) => getScan(ctx, id));
