import { readUnsubscribe, resubscribe, unsubscribe } from "@/lib/domain/messages/contacts";
import { route } from "@/lib/kernel/route";

export const GET = route(readUnsubscribe);
export const POST = route(unsubscribe);
export const DELETE = route(resubscribe);
