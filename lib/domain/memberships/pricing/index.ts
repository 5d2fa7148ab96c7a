/** @public For the sale. */
export { couponFor } from "./coupon-for";
export { archiveCoupon, createCoupon, getCoupon, listCoupons, restoreCoupon, updateCoupon } from "./coupons";
export { createPriceIncrease, listPriceIncreases, withdrawPriceIncrease } from "./increases";
/** @public For the sale. */
export { pendingIncrease, withIncrease } from "./pending-increase";
export { previewPriceIncrease } from "./preview-increase";
export { previewPriceRules } from "./preview-rules";
/** @public For the sale. */
export { priceFactsOf } from "./price-facts";
/** @public For the sale. */
export { priceOf } from "./price-rules";
export { type RaisedPayer, raisedPayers } from "./raised-payers";
/** @public For the sale. */
export { redeemCoupon, returnCoupons } from "./redeem-coupon";
export { getPriceRules, putPriceRules } from "./rules";
