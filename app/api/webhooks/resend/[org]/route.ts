import { receiveReports } from "@/lib/domain/messages/reports";
import { webhook } from "@/lib/kernel/webhook";

export const POST = webhook(receiveReports("resend"));
