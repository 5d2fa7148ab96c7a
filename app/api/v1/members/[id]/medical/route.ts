import { getMedical, putMedical } from "@/lib/domain/members";
import { route } from "@/lib/kernel/route";

export const GET = route(getMedical);
export const PUT = route(putMedical);
