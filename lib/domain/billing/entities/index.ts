export { type LegalEntity, type Seller, sellerAt, sellerOf, sellersOf } from "./seller";
