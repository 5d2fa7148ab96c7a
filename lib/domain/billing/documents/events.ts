import { z } from "zod";
import { defineEvent } from "@/lib/kernel/events";

/** Invoices and credit notes that were issued in one transaction. */
export const documentsIssued = defineEvent(
  "billing/documents.issued",
  z.object({ document_ids: z.array(z.uuid()).min(1).max(500) }),
);
