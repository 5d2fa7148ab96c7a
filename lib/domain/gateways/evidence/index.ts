import * as contracts from "@/lib/contracts/gateways/disputes";
import { pdfAnswer } from "@/lib/domain/billing/payments";
import { operation } from "@/lib/kernel/operation";
import { drawPack, packOf } from "./pack";

export { submitEvidence } from "./submit";

/** Staff read it before they send it. */
export const getEvidence = operation(contracts.getEvidence, async (ctx, { id, summary }) =>
  pdfAnswer(await drawPack(await packOf(ctx, id, summary ?? null))),
);
