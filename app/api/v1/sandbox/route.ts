import { changeSandbox, readSandbox } from "@/lib/domain/gateways/sandbox";
import { route } from "@/lib/kernel/route";

export const GET = route(readSandbox);
export const PATCH = route(changeSandbox);
