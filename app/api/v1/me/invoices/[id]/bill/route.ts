import { readOwnBill } from "@/lib/domain/gateways/checkout";
import { route } from "@/lib/kernel/route";

export const GET = route(readOwnBill);
