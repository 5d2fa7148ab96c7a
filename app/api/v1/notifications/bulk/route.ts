import { createBulk, listBulk } from "@/lib/domain/messages/bulk";
import { route } from "@/lib/kernel/route";

export const GET = route(listBulk);
export const POST = route(createBulk);
