import { getEvidence, submitEvidence } from "@/lib/domain/gateways/evidence";
import { route } from "@/lib/kernel/route";

export const GET = route(getEvidence);
export const POST = route(submitEvidence);
