import { archiveCoupon, getCoupon, updateCoupon } from "@/lib/domain/memberships/pricing";
import { route } from "@/lib/kernel/route";

export const GET = route(getCoupon);
export const PATCH = route(updateCoupon);
export const DELETE = route(archiveCoupon);
