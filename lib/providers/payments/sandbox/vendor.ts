import type { Temporal } from "temporal-polyfill";
import { advance, newAccount } from "./advance";
import { accountRef, type SandboxStore, type Vendor } from "./objects";

export type SandboxOptions = {
  store: SandboxStore;
  clock: { now(): Temporal.Instant };
  /** The vendor's id of the account, which each event names. */
  account_ref: string;
  /** The gym's currency. */
  currency: string;
  webhook_secret: string;
  /** An unguessable token of a payment or setup, from which only the caller finds the ref. */
  tokenOf: (ref: string) => string;
  /** The ids of new objects; random where it is absent. */
  newId?: () => string;
};

type VendorOptions = Pick<SandboxOptions, "store" | "clock" | "tokenOf" | "newId">;

/** Runs `work` in a transaction of the vendor, after what the clock has brought about until now. */
export function inVendor<T>(
  { store, clock, tokenOf, newId = () => crypto.randomUUID() }: VendorOptions,
  work: (vendor: Vendor) => Promise<T>,
): Promise<T> {
  return store.transaction(async (tx) => {
    const now = clock.now();
    let account = await tx.find("account", accountRef);
    if (!account) {
      account = newAccount(now);
      await tx.save(account);
    }
    const vendor: Vendor = { tx, now, account: account.data, tokenOf, newId };
    await advance(vendor);
    return work(vendor);
  });
}
