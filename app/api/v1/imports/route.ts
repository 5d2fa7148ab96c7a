import { listImports, uploadImport } from "@/lib/domain/imports";
import { route } from "@/lib/kernel/route";

export const GET = route(listImports);
export const POST = route(uploadImport);
