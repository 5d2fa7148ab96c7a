import type { messages } from "@/db/schema";
import { messageDefinitions } from "@/lib/domain/message-definitions";
import type { OrganizationCtx, ReadCtx } from "@/lib/kernel/operation";
import type { Attachment } from "@/lib/values/delivery";
import { messageKind } from "@/lib/values/schemas/notifications";

type Subject = Pick<typeof messages.$inferSelect, "kind" | "channel" | "about_id">;

/** The files that go with a mail. They are made when it is sent and are stored nowhere (L13). */
export async function attachmentsOf(
  ctx: ReadCtx & OrganizationCtx,
  { kind, channel, about_id }: Subject,
): Promise<Attachment[]> {
  const known = messageKind.safeParse(kind);
  const make = known.success ? messageDefinitions[known.data].attachment : undefined;
  return make && channel === "email" && about_id ? [await make(ctx, about_id)] : [];
}
