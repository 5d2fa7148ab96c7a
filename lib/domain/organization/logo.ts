import { eq, sql } from "drizzle-orm";
import { organizations } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/organization/organizations";
import { notFound } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { getOrganizationRow, withPolicies } from "./find";
import * as images from "./stored-images";

/** The whole logo inside a square. Its transparency stays. */
const logo: images.ImageStyle = {
  kind: "logo",
  fit: (image, edge) =>
    image
      .resize(edge, edge, { fit: "contain", background: { r: 0, g: 0, b: 0, alpha: 0 } })
      .webp({ quality: 90, alphaQuality: 100 }),
};

export const putLogo = operation<typeof contracts.putLogo, images.NewImage>(
  contracts.putLogo,
  async (ctx, { id }) => {
    const before = await getOrganizationRow(ctx, id);
    return changeLogo(ctx, before.logo_file_id, await images.insertImage(ctx));
  },
  {
    async prepare(caller, { id }, upload) {
      if (caller.organization?.id !== id) throw notFound();
      return images.storeImage(id, logo, upload);
    },
    committed: images.removeReplaced,
  },
);

export const deleteLogo = operation<typeof contracts.deleteLogo, images.ReplacedImages>(
  contracts.deleteLogo,
  async (ctx, { id }) => changeLogo(ctx, (await getOrganizationRow(ctx, id)).logo_file_id, null),
  images.removesImage,
);

async function changeLogo(ctx: Ctx<images.ReplacedImages>, before: string | null, after: string | null) {
  const [row] = await ctx.db
    .update(organizations)
    .set({ logo_file_id: after, version: sql`${organizations.version} + 1`, updated_at: ctx.now.toString() })
    .where(eq(organizations.id, ctx.organization_id))
    .returning();
  if (!row) throw notFound();
  await images.deleteImage(ctx, before);
  ctx.audit({
    target_type: "organization",
    target_id: ctx.organization_id,
    before: { logo_file_id: before },
    after: { logo_file_id: after },
  });
  return withPolicies(row);
}

/** Public pages show it before anyone signs in, so the tenant is the organization of the address. */
export const getLogo = operation<typeof contracts.getLogo, images.StoredImage>(
  contracts.getLogo,
  async ({ prepared }, { v }) => images.imageAnswer(prepared, { v, visibility: "public" }),
  {
    prepare: async (_, { id }) =>
      images.readImage(
        await inTenant({ organization_id: id, user_id: null }, (db) =>
          images.findImage(
            db,
            id,
            db.select({ id: organizations.logo_file_id }).from(organizations).where(eq(organizations.id, id)),
          ),
        ),
      ),
  },
);
