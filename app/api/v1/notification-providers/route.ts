import { listProviders } from "@/lib/domain/messages/providers";
import { route } from "@/lib/kernel/route";

export const GET = route(listProviders);
