import { sql } from "drizzle-orm";
import { members } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/members/member-photos";
import { changeMember, unchanged } from "@/lib/domain/members/change";
import { memberPhotoChanged } from "@/lib/domain/members/events";
import { getMemberRow, isMember, lockMemberRow, refuseArchived } from "@/lib/domain/members/find";
import * as images from "@/lib/domain/organization/stored-images";
import { mayAccessLocation } from "@/lib/kernel/caller";
import { notFound } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";

/** A square crop around the most salient region, on white. */
const photo: images.ImageStyle = {
  kind: "photo",
  fit: (image, edge) =>
    image
      .resize(edge, edge, { fit: "cover", position: "attention" })
      .flatten({ background: "#ffffff" })
      .webp({ quality: 82 }),
};

/** Checks the caller's reach before the image is stored. */
export const putPhoto = operation<typeof contracts.putPhoto, images.NewImage>(
  contracts.putPhoto,
  async (ctx, { id }) => {
    const before = await lockMemberRow(ctx, id);
    refuseArchived(before);
    const response = await changeMember(
      ctx,
      before,
      { photo_file_id: await images.insertImage(ctx) },
      memberPhotoChanged,
    );
    await images.deleteImage(ctx, before.photo_file_id);
    return response;
  },
  {
    async prepare(caller, { id }, upload) {
      const organization_id = caller.organization?.id;
      if (!organization_id) throw notFound();
      await inTenant({ organization_id, user_id: null }, (db) => getMemberRow({ db, caller, organization_id }, id));
      return images.storeImage(organization_id, photo, upload);
    },
    afterCommit: images.removeReplaced,
  },
);

export const deletePhoto = operation<typeof contracts.deletePhoto, images.ReplacedImages>(
  contracts.deletePhoto,
  async (ctx, { id }) => {
    const before = await lockMemberRow(ctx, id);
    if (before.photo_file_id === null) return unchanged(ctx, before);
    const response = await changeMember(ctx, before, { photo_file_id: null }, memberPhotoChanged);
    await images.deleteImage(ctx, before.photo_file_id);
    return response;
  },
  images.removesImage,
);

/** R11: access follows the member. Members see their own photo, and a desk also sees members who checked in there. */
export const getPhoto = operation(contracts.getPhoto, async (ctx, { id, v }) => {
  const { permissions, member_id } = ctx.caller;
  if (!permissions.has("members.read") && member_id !== id) throw notFound();
  const photo_file_id = await getPhotoId(ctx, id);
  if (photo_file_id === null) throw notFound();
  const image = await images.readImage(await images.findImage(ctx.db, ctx.organization_id, photo_file_id));
  return images.imageAnswer(image, { v, visibility: "private" });
});

async function getPhotoId(ctx: Ctx<unknown>, member_id: string): Promise<string | null> {
  const { db, caller, organization_id } = ctx;
  const [row] = await db.select().from(members).where(isMember(organization_id, member_id));
  if (!row) throw notFound();
  if (!mayAccessLocation(caller, row.home_location_id) && !(await hasScannedWithin(ctx, member_id))) throw notFound();
  return row.photo_file_id;
}

async function hasScannedWithin({ db, caller, organization_id }: Ctx<unknown>, member_id: string): Promise<boolean> {
  const here = sql`location_id = any(${sql.param(caller.location_ids)}::uuid[])`;
  const theirs = sql`organization_id = ${organization_id} and member_id = ${member_id} and ${here}`;
  const { rows } = await db.execute(sql`
    select 1 from check_ins where ${theirs} union all select 1 from denied_entries where ${theirs} limit 1`);
  return rows.length > 0;
}
