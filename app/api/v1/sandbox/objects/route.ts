import { listSandboxObjects } from "@/lib/domain/gateways/sandbox";
import { route } from "@/lib/kernel/route";

export const GET = route(listSandboxObjects);
