import type { LineTax } from "@/lib/values/invoice-snapshot";
import { currentGstState } from "./gst-states";
import { splitInProportion, toMinor } from "./proportion";
import type { TaxRate } from "./tax-rate";

/** @public GST state codes: of the seller's registration and of the place of supply. */
export type GstSupply = { seller_state: string; place_of_supply: string };

/**
 * The place of supply. Fitness services are supplied where they are performed (section 12(4) of the IGST Act): the state of the
 * location, whatever the state of the buyer. Goods that are sent and services without a place go to the state of the buyer, if it
 * is on record.
 * @public
 */
export const placeOfSupply = (
  supplied: "on_site" | "sent",
  { location_state, buyer_state }: { location_state: string; buyer_state: string | null },
): string => (supplied === "sent" ? (buyer_state ?? location_state) : location_state);

type Share = Pick<LineTax, "name" | "rate_ppm">;

/** L8: CGST and SGST (or UTGST) at half the rate each within a state, otherwise IGST at the whole rate. */
const sharesOf = (rate_ppm: number, { seller_state, place_of_supply }: GstSupply): Share[] => {
  const [seller, place] = [currentGstState(seller_state), currentGstState(place_of_supply)];
  if (seller.code !== place.code) return [{ name: "IGST", rate_ppm }];
  const central_ppm = Math.floor(rate_ppm / 2);
  return [
    { name: "CGST", rate_ppm: central_ppm },
    { name: place.without_legislature ? "UTGST" : "SGST", rate_ppm: rate_ppm - central_ppm },
  ];
};

/**
 * L8: the parts of one amount of GST, in paise. They add up to it: of an odd amount, CGST gets the smaller half and SGST the odd
 * paisa. In a document with several lines `taxOf` carries the odd paisa on, so the halves of the document differ by one at most.
 * @public
 */
export const gstSplit = (
  { tax_minor, rate_ppm }: { tax_minor: number; rate_ppm: number },
  supply: GstSupply,
): (Share & { amount_minor: number })[] => {
  const shares = sharesOf(rate_ppm, supply);
  const sign = tax_minor < 0 ? -1n : 1n;
  const parts = splitInProportion(
    sign * BigInt(tax_minor),
    shares.map((share) => BigInt(share.rate_ppm)),
  );
  return shares.map((share, index) => ({ ...share, amount_minor: toMinor(sign * (parts[index] ?? 0n)) }));
};

/** @public L8: an Indian table of rates for one supply: each rate of kind `gst` becomes its CGST and SGST, or its IGST. For taxOf. */
export const gstRates = (rates: readonly TaxRate[], supply: GstSupply): TaxRate[] =>
  rates.flatMap((rate) =>
    rate.kind === "gst" ? sharesOf(rate.rate_ppm, supply).map((share) => ({ ...rate, ...share })) : [rate],
  );
