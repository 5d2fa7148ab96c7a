import { undoImport } from "@/lib/domain/imports";
import { route } from "@/lib/kernel/route";

export const DELETE = route(undoImport);
