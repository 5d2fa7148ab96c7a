import { and, eq } from "drizzle-orm";
import { imports } from "@/db/schema";
import * as contracts from "@/lib/contracts/imports/imports";
import { operation } from "@/lib/kernel/operation";
import { lockImport } from "./find";

/** Deletes the rows too, which contain data of people who never became members. */
export const discardImport = operation(contracts.discardImport, async (ctx, { id }) => {
  const { file_name, total_rows } = await lockImport(ctx, id, ["uploaded", "checked", "undone"]);
  await ctx.db.delete(imports).where(and(eq(imports.organization_id, ctx.organization_id), eq(imports.id, id)));
  ctx.audit({ target_type: "import", target_id: id, before: { file_name, total_rows } });
  return null;
});
