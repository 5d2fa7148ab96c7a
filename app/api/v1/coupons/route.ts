import { createCoupon, listCoupons } from "@/lib/domain/memberships/pricing";
import { route } from "@/lib/kernel/route";

export const GET = route(listCoupons);
export const POST = route(createCoupon);
