import { retryMessage } from "@/lib/domain/messages/notifications";
import { route } from "@/lib/kernel/route";

export const POST = route(retryMessage);
