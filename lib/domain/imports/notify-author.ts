import { notifyStaff } from "@/lib/domain/messages/staff-notices";
import type { Ctx } from "@/lib/kernel/operation";
import type { ImportRecord } from "./find";

/** The author may have closed the page. If the author has left the team, all staff who may import are notified. */
export async function notifyAuthor(ctx: Ctx, record: ImportRecord, failure: string): Promise<void> {
  const { id, file_name, created_by, version } = record;
  const notice = {
    kind: "import_failed" as const,
    event_key: `import_failed:${id}:${version}`,
    title: `The import of ${file_name} has stopped`,
    body: failure,
    href: `/manage/${ctx.organization.slug}/settings/import/${id}`,
    permission: "members.import" as const,
  };
  const notified = created_by ? await notifyStaff(ctx, { ...notice, user_id: created_by }) : 0;
  if (notified === 0) await notifyStaff(ctx, notice);
}
