import { testProvider } from "@/lib/domain/message-providers";
import { route } from "@/lib/kernel/route";

export const POST = route(testProvider);
