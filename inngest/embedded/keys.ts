import { derivedKey } from "@/lib/kernel/keys";

/**
 * The executor and the route that it calls know each other by a key of this installation's own; every process of it derives
 * the same. The address is never called: what is sent to it is answered within the process.
 */
export function embeddedKeys() {
  return {
    event_key: derivedKey("inngest events").toString("hex"),
    signing_key: `signkey-embedded-${derivedKey("inngest requests").toString("hex")}`,
    base_url: "http://embedded.invalid",
  };
}
