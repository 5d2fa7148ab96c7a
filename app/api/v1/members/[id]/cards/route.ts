import { issueCard, listCards } from "@/lib/domain/members";
import { route } from "@/lib/kernel/route";

export const GET = route(listCards);
export const POST = route(issueCard);
