import { documented } from "@/lib/contracts/documented";
import * as unsubscribe from "./unsubscribe";

const exampleToken = "AZfwoAAAcACAAAAAAAAAAQGX8KAAAHAAgAAAAAAAAQIAAQ.c2lnbmF0dXJl";

const example = {
  gym_name: "Iron Temple",
  slug: "iron-temple",
  brand_color: "#0d6b68",
  channel: "email" as const,
  category: "marketing" as const,
  is_allowed: true,
};

export const unsubscribeDocs = documented(unsubscribe, {
  readUnsubscribe: {
    summary: "See what an unsubscribe link is about",
    description: "Reading changes nothing, so that mail scanners that follow links do not unsubscribe members.",
    example: { input: { token: exampleToken }, output: example },
  },

  unsubscribe: {
    summary: "Unsubscribe by one click (RFC 8058)",
    description:
      "Needs no session: the link is the proof, and it does not expire. Takes the form body `List-Unsubscribe=One-Click` that mail programs send, here and at the address of the page, which is the one that mails name. Repeating it changes nothing.",
    example: { input: { token: exampleToken }, output: { ...example, is_allowed: false } },
  },

  resubscribe: {
    summary: "Take an unsubscription back by the same link",
    description: "Opens the link's own channel and category, nothing else.",
    example: { input: { token: exampleToken }, output: example },
  },
});
