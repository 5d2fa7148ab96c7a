import { z } from "zod";
import { documentKinds, invoiceOrigins, invoiceStatuses, lineKinds, settlementKinds } from "@/lib/values/billing";

export const documentKind = z.enum(documentKinds);
export const invoiceOrigin = z.enum(invoiceOrigins);
export const invoiceStatus = z.enum(invoiceStatuses);
export const lineKind = z.enum(lineKinds);
export const settlementKind = z.enum(settlementKinds);
