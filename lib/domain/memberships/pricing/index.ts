export { couponFor } from "./coupon-for";
export { archiveCoupon, createCoupon, getCoupon, listCoupons, restoreCoupon, updateCoupon } from "./coupons";
export { createPriceIncrease, listPriceIncreases, withdrawPriceIncrease } from "./increases";
export { previewPriceIncrease } from "./preview-increase";
export { priceFactsOf } from "./price-facts";
export { priceOf } from "./price-rules";
export { redeemCoupon } from "./redeem-coupon";
export { getPriceRules, putPriceRules } from "./rules";
