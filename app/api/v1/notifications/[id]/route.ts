import { getMessage } from "@/lib/domain/messages/notifications";
import { route } from "@/lib/kernel/route";

export const GET = route(getMessage);
