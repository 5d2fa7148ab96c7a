import { z } from "zod";
import { saveTemplate } from "@/lib/contracts/messages/notification-templates";

const { subject, body, content_sid } = saveTemplate.input.shape;
export const templateShape = z.object({
  subject,
  body,
  content_sid: z.preprocess((value) => (value === "" ? null : value), content_sid),
});
