import { depositCash, listBankDeposits } from "@/lib/domain/billing/till";
import { route } from "@/lib/kernel/route";

export const GET = route(listBankDeposits);
export const POST = route(depositCash);
