import { listImportRows } from "@/lib/domain/imports";
import { route } from "@/lib/kernel/route";

export const GET = route(listImportRows);
