import * as contracts from "@/lib/contracts/organization/locations";
import { operation } from "@/lib/kernel/operation";
import { getLocationRow } from "./find";

export const getLocation = operation(contracts.getLocation, (ctx, { id }) => getLocationRow(ctx, id));
