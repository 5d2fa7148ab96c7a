import { receiveReports } from "@/lib/domain/messages/reports";
import { noReply, webhook } from "@/lib/kernel/webhook";

export const POST = webhook(receiveReports("twilio"), noReply);
