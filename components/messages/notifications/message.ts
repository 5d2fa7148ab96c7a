import type { Output } from "@/lib/contracts/contract";
import type { getMessage, listMessages } from "@/lib/contracts/messages/notifications";

export type MessageRow = Output<typeof listMessages>["data"][number];
export type MessageWithText = Output<typeof getMessage>;

/** The subject, or a title for messages without one, such as text messages. */
export const titleOf = ({ subject, to_name }: Pick<MessageRow, "subject" | "to_name">): string =>
  subject === "" ? `Message to ${to_name}` : subject;
