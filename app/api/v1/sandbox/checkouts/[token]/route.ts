import { confirmSandboxCheckout, readSandboxCheckout } from "@/lib/domain/gateways/sandbox";
import { route } from "@/lib/kernel/route";

export const GET = route(readSandboxCheckout);
export const POST = route(confirmSandboxCheckout);
