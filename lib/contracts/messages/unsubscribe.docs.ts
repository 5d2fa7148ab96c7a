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
    summary: "Retrieve the details of an unsubscribe link",
    description: "Changes nothing, so that mail scanners that follow links do not unsubscribe the recipient.",
    example: { input: { token: exampleToken }, output: example },
  },

  unsubscribe: {
    summary: "Unsubscribe with one click (RFC 8058)",
    description:
      "Requires no session: the signed link authorizes the request and does not expire. Accepts the form body `List-Unsubscribe=One-Click` that mail clients send, here and at the page's URL, which is the one in e-mails. A repeated request changes nothing.",
    example: { input: { token: exampleToken }, output: { ...example, is_allowed: false } },
  },

  resubscribe: {
    summary: "Undo an unsubscription with the same link",
    description: "Allows only the channel and category of the link.",
    example: { input: { token: exampleToken }, output: example },
  },
});
