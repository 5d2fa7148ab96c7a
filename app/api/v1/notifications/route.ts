import { listMessages, sendMessage } from "@/lib/domain/messages/notifications";
import { route } from "@/lib/kernel/route";

export const GET = route(listMessages);
export const POST = route(sendMessage);
