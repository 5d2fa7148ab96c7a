import { z } from "zod";
import { defineEvent } from "@/lib/kernel/events";

const invoice = z.object({ invoice_id: z.uuid(), amount_minor: z.int(), currency: z.string() });

export const creditNoteIssued = defineEvent("billing/credit-note.issued", invoice.extend({ credit_note_id: z.uuid() }));
export const invoiceVoided = defineEvent("billing/invoice.voided", invoice);
export const invoiceWrittenOff = defineEvent("billing/invoice.written-off", invoice);
