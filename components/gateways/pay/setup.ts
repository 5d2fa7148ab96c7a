import { api } from "@/lib/client/api";
import type { Output } from "@/lib/client/endpoint";
import {
  beginOwnSetup,
  beginSetupByLink,
  checkOwnSetup,
  checkSetupByLink,
} from "@/lib/client/endpoints/payment-methods";
import type { MandateKind } from "./keep-method";

export type Setup = Output<typeof beginOwnSetup>;

/** How the page came by the payer: by a link, or as the member who is signed in. */
export type SavedBy = { token: string } | { organization: string };

export const begin = (by: SavedBy, method_kind: MandateKind | null): Promise<Setup> =>
  "token" in by
    ? api(beginSetupByLink, { token: by.token, method_kind })
    : api(beginOwnSetup, { method_kind }, { organization: by.organization });

export const check = (by: SavedBy, id: string): Promise<Setup> =>
  "token" in by
    ? api(checkSetupByLink, { token: by.token, id })
    : api(checkOwnSetup, { id }, { organization: by.organization });
