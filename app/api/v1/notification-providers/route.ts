import { listProviders } from "@/lib/domain/message-providers";
import { route } from "@/lib/kernel/route";

export const GET = route(listProviders);
