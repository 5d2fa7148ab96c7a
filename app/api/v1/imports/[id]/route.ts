import { discardImport, getImport, updateImport } from "@/lib/domain/imports";
import { route } from "@/lib/kernel/route";

export const GET = route(getImport);
export const PATCH = route(updateImport);
export const DELETE = route(discardImport);
