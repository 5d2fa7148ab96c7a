import { removeProvider, saveProvider } from "@/lib/domain/message-providers";
import { route } from "@/lib/kernel/route";

export const PUT = route(saveProvider);
export const DELETE = route(removeProvider);
