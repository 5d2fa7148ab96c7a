import { readImport } from "@/lib/domain/imports";
import { route } from "@/lib/kernel/route";

export const GET = route(readImport);
