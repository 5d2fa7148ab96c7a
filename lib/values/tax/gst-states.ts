/** L8: a union territory without a legislature charges UTGST in place of SGST (section 2(114) of the CGST Act). */
type GstState = {
  name: string;
  without_legislature?: true;
  /** The code that replaced this one. Old documents and registrations still carry it. */
  now?: string;
};

/** The state codes of Indian GST, the first two digits of a GSTIN. 97 is the sea beyond the territorial waters. */
// biome-ignore format: a table
const states: Readonly<Record<string, GstState>> = {
  "01": { name: "Jammu and Kashmir" },
  "02": { name: "Himachal Pradesh" },
  "03": { name: "Punjab" },
  "04": { name: "Chandigarh", without_legislature: true },
  "05": { name: "Uttarakhand" },
  "06": { name: "Haryana" },
  "07": { name: "Delhi" },
  "08": { name: "Rajasthan" },
  "09": { name: "Uttar Pradesh" },
  "10": { name: "Bihar" },
  "11": { name: "Sikkim" },
  "12": { name: "Arunachal Pradesh" },
  "13": { name: "Nagaland" },
  "14": { name: "Manipur" },
  "15": { name: "Mizoram" },
  "16": { name: "Tripura" },
  "17": { name: "Meghalaya" },
  "18": { name: "Assam" },
  "19": { name: "West Bengal" },
  "20": { name: "Jharkhand" },
  "21": { name: "Odisha" },
  "22": { name: "Chhattisgarh" },
  "23": { name: "Madhya Pradesh" },
  "24": { name: "Gujarat" },
  "25": { name: "Daman and Diu (until 2020)", without_legislature: true, now: "26" },
  "26": { name: "Dadra and Nagar Haveli and Daman and Diu", without_legislature: true },
  "27": { name: "Maharashtra" },
  "28": { name: "Andhra Pradesh (before 2014)", now: "37" },
  "29": { name: "Karnataka" },
  "30": { name: "Goa" },
  "31": { name: "Lakshadweep", without_legislature: true },
  "32": { name: "Kerala" },
  "33": { name: "Tamil Nadu" },
  "34": { name: "Puducherry" },
  "35": { name: "Andaman and Nicobar Islands", without_legislature: true },
  "36": { name: "Telangana" },
  "37": { name: "Andhra Pradesh" },
  "38": { name: "Ladakh", without_legislature: true },
  "97": { name: "Other Territory", without_legislature: true },
};

/** @public */
export const gstStateName = (code: string): string | null =>
  (Object.hasOwn(states, code) && states[code]?.name) || null;

/** @public The states to choose from, by name; without codes that were replaced. */
export const gstStates: readonly { code: string; name: string }[] = Object.entries(states)
  .filter(([, { now }]) => !now)
  .map(([code, { name }]) => ({ code, name }))
  .toSorted((a, b) => (a.name < b.name ? -1 : 1));

export const currentGstState = (code: string): { code: string; without_legislature: boolean } => {
  const state = Object.hasOwn(states, code) ? states[code] : undefined;
  if (!state) throw new RangeError(`${code} is not a GST state code`);
  return { code: state.now ?? code, without_legislature: state.without_legislature === true };
};
