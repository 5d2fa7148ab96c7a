import { retryMessage } from "@/lib/domain/notifications";
import { route } from "@/lib/kernel/route";

export const POST = route(retryMessage);
