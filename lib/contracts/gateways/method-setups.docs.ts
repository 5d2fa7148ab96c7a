import { documented } from "@/lib/contracts/documented";
import * as methodSetups from "./method-setups";

const token = "AZj0omwefVKdCz8fWmt8AZj0omwefVKdCz8fWmt8AWmt8A.3q2-7w8x9y0z1a2b3c4d5e6f7g8h9i0j1k2l3m4n5o6";

export const exampleSetup = {
  id: "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7c08",
  status: "requires_action" as const,
  decline: null,
  action: { kind: "stripe" as const, client_secret: "seti_1Nx_secret_Px", publishable_key: "pk_live_51" },
  method_label: null,
};

export const savedSetup = { ...exampleSetup, status: "succeeded" as const, action: null, method_label: "Visa 4242" };

export const methodSetupsDocs = documented(methodSetups, {
  readMethodLink: {
    summary: "Read a link to save a payment method",
    example: {
      input: { token },
      output: {
        gym_name: "Iron Temple",
        brand_color: "#0d6b68",
        locale: "en-US",
        currency: "USD",
        payer: "John D.",
        form: { vendor: "stripe", publishable_key: "pk_live_51", units: null, currency: "usd" },
        is_live: true,
        expires_at: "2026-12-07T09:00:00.000Z",
      },
    },
  },
  beginSetupByLink: {
    summary: "Begin to save a payment method by a link",
    description: "A payer saves one method at a time, so a repetition goes on with the one that was begun.",
    example: { input: { token, method_kind: null }, output: exampleSetup },
  },
  checkSetupByLink: {
    summary: "Ask whether a payment method was saved by a link",
    example: { input: { token, id: exampleSetup.id }, output: savedSetup },
  },
});
