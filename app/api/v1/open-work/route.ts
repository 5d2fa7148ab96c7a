import { getOpenWork } from "@/lib/domain/insight/dashboard";
import { route } from "@/lib/kernel/route";

export const GET = route(getOpenWork);
