import { documented } from "@/lib/contracts/documented";
import * as coupons from "./coupons";

const example = {
  id: "0197f0a0-0000-7000-8000-000000000c01",
  code: "SPRING20",
  name: "20% off for three months",
  percent_bp: 2000,
  amount_minor: null,
  currency: null,
  periods: 3,
  until_on: null,
  applies_to: "period" as const,
  valid_from_on: "2026-03-01",
  valid_to_on: "2026-04-30",
  max_uses: 100,
  max_uses_per_member: 1,
  is_for_new_members: true,
  uses: 12,
  plan_ids: [],
  archived_at: null,
  created_at: "2026-02-20T06:42:00.000Z",
  version: 1,
};

export const couponsDocs = documented(coupons, {
  listCoupons: {
    summary: "List coupons, newest first",
    example: { input: {}, output: { data: [example], next_cursor: null } },
  },

  getCoupon: {
    summary: "Retrieve a coupon",
    example: { input: { id: example.id }, output: example },
  },

  createCoupon: {
    summary: "Create a coupon",
    description:
      "Give either `percent_bp` or `amount_minor`. The currency of an amount defaults to that of the organization. Codes are stored in upper case.",
    example: {
      input: { code: "SPRING20", name: "20% off for three months", percent_bp: 2000, periods: 3 },
      output: { ...example, uses: 0 },
    },
  },

  updateCoupon: {
    summary: "Update a coupon",
    description: "Memberships that were sold with it keep their discount.",
    example: { input: { id: example.id, max_uses: 200 }, output: { ...example, max_uses: 200, version: 2 } },
  },

  archiveCoupon: {
    summary: "Archive a coupon; discounts that were given continue",
    example: {
      input: { id: example.id },
      output: { ...example, archived_at: "2026-03-05T06:42:00.000Z", version: 2 },
    },
  },

  restoreCoupon: {
    summary: "Restore an archived coupon",
    example: { input: { id: example.id }, output: { ...example, version: 3 } },
  },
});
