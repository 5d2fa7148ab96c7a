import { listRefunds } from "@/lib/domain/billing/payments";
import { route } from "@/lib/kernel/route";

export const GET = route(listRefunds);
