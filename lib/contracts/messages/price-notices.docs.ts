import { documented } from "@/lib/contracts/documented";
import * as priceNotices from "./price-notices";

export const priceNoticesDocs = documented(priceNotices, {
  listPriceNotices: {
    summary: "List the notices of a price increase",
    description:
      "Who pays one of the memberships that get the new price is told as many days before it as the increase says, with the old price, the new one, and the first bill with it. A membership that is sold in the meantime gets the new price and its notice, too.",
    example: {
      input: { id: "0197f0a0-0000-7000-8000-000000000201", increase_id: "0197f0a0-0000-7000-8000-000000000301" },
      output: {
        notice_on: "2026-07-02",
        data: [
          {
            id: "0197f0a0-0000-7000-8000-000000000d01",
            member_id: "0197f0a0-0000-7000-8000-000000000101",
            company_id: null,
            to_name: "John Doe",
            channel: "email" as const,
            state: "sent" as const,
            explanation: null,
            sent_at: "2026-07-02T07:00:03.000Z",
          },
        ],
        next_cursor: null,
      },
    },
  },
});
