import { liftBlock } from "@/lib/domain/messages/contacts";
import { route } from "@/lib/kernel/route";

export const DELETE = route(liftBlock);
