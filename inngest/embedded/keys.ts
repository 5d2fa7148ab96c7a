import { deriveKey } from "@/lib/kernel/keys";

/**
 * The executor and the Inngest route authenticate each other by a key that every process of the installation derives. The URL is
 * never called, because embeddedFetch handles the requests in the process.
 */
export function embeddedKeys() {
  return {
    event_key: deriveKey("inngest events").toString("hex"),
    signing_key: `signkey-embedded-${deriveKey("inngest requests").toString("hex")}`,
    base_url: "http://embedded.invalid",
  };
}
