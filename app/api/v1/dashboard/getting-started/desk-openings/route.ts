import { openDesk } from "@/lib/domain/insight/getting-started";
import { route } from "@/lib/kernel/route";

export const POST = route(openDesk);
