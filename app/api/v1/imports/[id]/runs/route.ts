import { runImport } from "@/lib/domain/imports";
import { route } from "@/lib/kernel/route";

export const POST = route(runImport);
