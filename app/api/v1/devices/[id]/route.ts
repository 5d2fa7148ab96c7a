import { removeDevice } from "@/lib/domain/contacts";
import { route } from "@/lib/kernel/route";

export const DELETE = route(removeDevice);
