import { sendInvoice } from "@/lib/domain/messages/billing-mails";
import { route } from "@/lib/kernel/route";

export const POST = route(sendInvoice);
