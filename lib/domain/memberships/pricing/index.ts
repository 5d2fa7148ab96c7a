/** @public For the sale. */
export { couponFor } from "./coupon-for";
export { archiveCoupon, createCoupon, getCoupon, listCoupons, restoreCoupon, updateCoupon } from "./coupons";
export { createPriceIncrease, listPriceIncreases, withdrawPriceIncrease } from "./increases";
export { previewPriceIncrease } from "./preview-increase";
export { previewPriceRules } from "./preview-rules";
/** @public For the sale. */
export { priceFactsOf } from "./price-facts";
/** @public For the sale. */
export { priceOf } from "./price-rules";
/** @public For the sale. */
export { redeemCoupon } from "./redeem-coupon";
export { getPriceRules, putPriceRules } from "./rules";
