import { testProvider } from "@/lib/domain/messages/providers";
import { route } from "@/lib/kernel/route";

export const POST = route(testProvider);
