import { eq } from "drizzle-orm";
import { imports } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import type { ImportStatus } from "@/lib/values/statuses";
import type { Specimens } from "@/tests/support/contracts/specimens";
import type { Gym } from "@/tests/support/gym/gym";
import { checked, csv, done, uploadCsv } from "@/tests/support/gym/imports";

const file = csv("First name,Last name,Email,Joined", "Ada,Okafor,ada@example.com,2025-04-30");

const uploaded = async (gym: Gym) => ({ id: (await uploadCsv(gym, file)).id });

async function inStatus(gym: Gym, status: ImportStatus) {
  const { id } = await uploaded(gym);
  const { organization_id } = gym;
  await inTenant({ organization_id, user_id: null }, (db) =>
    db.update(imports).set({ status }).where(eq(imports.id, id)),
  );
  return { id };
}

export const specimens: Specimens = {
  inputs: {
    "imports.upload": () => ({ file_name: "members.csv", $body: file }),
    "imports.list": () => ({}),
    "imports.get": uploaded,
    "imports.update": async (gym) => ({ ...(await uploaded(gym)), options: { duplicates: "skip" } }),
    "imports.check": uploaded,
    "imports.advance": (gym) => inStatus(gym, "checking"),
    "imports.run": async (gym) => ({ id: (await checked(gym, (await uploaded(gym)).id)).id }),
    "imports.undo": async (gym) => {
      const { id } = await checked(gym, (await uploaded(gym)).id);
      return { id: (await done(gym, id)).id };
    },
    "imports.discard": uploaded,
    "imports.rows": uploaded,
    "imports.read": uploaded,
  },
};
