import { revokeCard } from "@/lib/domain/members";
import { route } from "@/lib/kernel/route";

export const DELETE = route(revokeCard);
