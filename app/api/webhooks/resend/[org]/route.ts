import { receiveReports } from "@/lib/domain/message-reports";
import { webhook } from "@/lib/kernel/webhook";

export const POST = webhook(receiveReports("resend"));
