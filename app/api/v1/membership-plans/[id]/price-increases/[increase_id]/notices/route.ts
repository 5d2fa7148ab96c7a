import { listPriceNotices } from "@/lib/domain/messages/billing-mails";
import { route } from "@/lib/kernel/route";

export const GET = route(listPriceNotices);
