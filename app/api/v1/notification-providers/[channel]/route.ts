import { removeProvider, saveProvider } from "@/lib/domain/messages/providers";
import { route } from "@/lib/kernel/route";

export const PUT = route(saveProvider);
export const DELETE = route(removeProvider);
