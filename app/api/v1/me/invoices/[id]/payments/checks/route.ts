import { checkOwnPayment } from "@/lib/domain/gateways/checkout";
import { route } from "@/lib/kernel/route";

export const POST = route(checkOwnPayment);
