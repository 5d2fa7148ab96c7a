import { z } from "zod";
import { sendMessage } from "@/lib/contracts/messages/notifications";
import { channel } from "@/lib/values/schemas/notifications";

const { subject, body, category } = sendMessage.input.shape;
export const messageShape = z.object({
  channel: z.preprocess((value) => (value === "" ? undefined : value), channel.optional()),
  category,
  subject,
  body,
});
