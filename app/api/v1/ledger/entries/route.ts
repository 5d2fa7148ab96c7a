import { listJournalEntries } from "@/lib/domain/billing/ledger";
import { route } from "@/lib/kernel/route";

export const GET = route(listJournalEntries);
