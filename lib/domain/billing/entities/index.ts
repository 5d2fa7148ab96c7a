export { putEntityLocations } from "./locations";
export { getLegalEntity, listLegalEntities } from "./read";
export { type LegalEntity, type Seller, sellerAt, sellerOf, sellersOf } from "./seller";
export { confirmTaxes, createTaxRate, listTaxRates, updateTaxRate } from "./tax-rates";
export { archiveLegalEntity, createLegalEntity, putLegalRules, updateLegalEntity } from "./write";
