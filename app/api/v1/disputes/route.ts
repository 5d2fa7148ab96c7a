import { listDisputes } from "@/lib/domain/gateways/disputes";
import { route } from "@/lib/kernel/route";

export const GET = route(listDisputes);
