import { getMessage } from "@/lib/domain/notifications";
import { route } from "@/lib/kernel/route";

export const GET = route(getMessage);
