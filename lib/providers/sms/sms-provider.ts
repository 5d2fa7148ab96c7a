import type { Sender } from "@/lib/providers/sender";
import type { TextMessage } from "@/lib/providers/text-message";

export type SmsProvider = Sender<TextMessage>;
